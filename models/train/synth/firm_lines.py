"""Sentence templates with firms, with code, and in English."""

from __future__ import annotations

from models.train.synth.lines import lines

FIRM = lines("""
    Vi har fået et tilbud fra {org1} på {amount}.
    {org1} har bedt om at få {topic} udsat.
    {bare1} leverer {thing} til {bare2}.
    {orgs1} omsætning faldt til {amount} i 20{num}.
    Hvad ved du om {bare1}?
    {bare1} i {town} har {num} ansatte.
    Kunden {bare1} er utilfreds med {topic}.
    Firmaet {bare1} sælger {thing}.
    {org1}, CVR {cvr}, {address}
    {org1} (CVR-nr. {cvr}) er under rekonstruktion.
    Samarbejdet med {bare1} ophører {date}.
    {bare1} overvejer at flytte produktionen til {country}.
    Vores største konkurrent er {bare1}.
    Leverandøren {bare1} har hævet prisen på {thing}.
    {org1} er et datterselskab af {org2}.
    {bare1} og {bare2} vil fusionere.
    Rykkeren til {org1} skal ud {day}.
    Tilbuddet fra {bare1} er billigere end det fra {bare2}.
    {bare1} søger om {amount} til {topic}.
    Jeg var på besøg hos {bare1} {day}.
    Vi har mistet {bare1} som kunde.
    {org1} blev stiftet d. {date} og har adresse i {town}.
    Hos {bare1} er de glade for {topic}.
    {bare1} bruger {tool} til {topic}.
    Køber er {org1}, sælger er {org2}.
    Mellem {org1} og {org2} er der indgået følgende aftale:
    Lav en analyse af {bare1} og deres marked for {thing}.
    {bare1} skal have styr på {topic} inden {month}.
    Deltager i forløbet {program}: {org1}
    {bare1} har søgt {program} to gange.
    Webshoppen {bare1} vil sælge {thing} i {country}.
    Restauranten {bare1} har lukket siden {month}.
    Startuppen {bare1} har rejst {amount}.
    Fakturaen fra {org1} er ikke betalt.
    Modtager: {org1}
    Debitor {id} {org1} skylder {amount}.
    Aktierne i {org1} ejes af {org2}.
    {bare1} er gået konkurs, og kurator er udpeget af {body}.
    Ejerskiftet i {bare1} er på plads.
    Vi skal byde på opgaven for {bare1} sammen med {bare2}.
    {bare1}s direktør vil ikke udtale sig.
    Er {bare1} registreret hos {body}?
    {bare1} vil gerne ansætte en {role}.
    Vores underleverandører er {bare1}, {bare2} og {bare3}.
    Emne: {bare1} - {topic}
    Vedr.: {org1}, sag {id}
    Kunde: {org1}
    {org1} har hovedsæde i {city}.
    Til {org1}
    {bare1}: {amount}, forfald {date}
    {bare1} ({trade}) har fået ny hjemmeside: {site1}
    Kender du {bare1}? De laver {thing}.
    Jeg driver {bare1}, som sælger {thing}.
    Min virksomhed hedder {bare1}.
    Vi er tre, der har startet {bare1} i {town}.
    Fordele og ulemper ved at købe {bare1}?
    Cases: {bare1}, {bare2}
    - {org1}
    - {bare1}: mangler {topic}
    * {bare1} ({town})
    Pant i {org1} er aflyst.
    Moderselskabet {org1} kautionerer for {bare2}.
    Hovedaktionær: {org1}
    Investoren {bare1} trak sig i {month}.
    Aftalen med {bare1} koster {amount} om måneden.
    Hotellet {bare1} har kun solgt {num} værelser.
    Murerne fra {bare1} kommer {day}.
    Brug {bare1} som eksempel i {topic}.
    {prose} {org1} {phrase}.
    {cphrase}: {bare1}
    {cword}: {org1}
    {bare1}
    {org1}
    {bare1} - {phrase}
    {bare1} {phrase}
    {phrase} {bare1} {phrase}
    {phrase} {org1}, {phrase}
    {da} {bare1} {da}
    {en} {bare1} {en}
    {da} {org1} {da}
    {ccompound}: {org1}
    {ccompound} hos {bare1}
    {bare1}, {wcity}
    {role}, {bare1}, {wcity}
    {acr} for {bare1}
    {compound} til {bare1}
    {cphrase} hos {bare1} i {town}
    {num} {bare1} {amount}
    {id} {org1} {date} {amount}
    {id}   {bare1}   {num}   {amount}
    {date};{org1};{amount}
    {cphrase} ({bare1})
    {bare1} og {phrase}
    både {bare1} og {bare2} {phrase}
    som nævnt har {bare1} {phrase}
    vi har haft {bare1} på besøg {day}
    {org1} under konkurs
    {org1} under stiftelse
    {orgs1} {word} {phrase}
    Betaling til {org1}, konto {num}
    Foredrag hos {bare1}: {cphrase}
    {bare1} {fverb} {da}
    {bare1} {fverb} {da}.
    {bare1} {fverb} {topic} {day}.
    {da} {prep} {bare1}
    {da} {prep} {bare1} {da}.
    {cda} {prep} {bare1}, {da}
    {firmnoun} {bare1} {fverb} {da}
    {da} {firmnoun} {bare1}
    {da} {firmnoun} {bare1} i {town} {da}
    {topic} {prep} {bare1}
    {bare1}, {bare2}, {bare3} og {bare4}
    kunder: {bare1}, {bare2}, {bare3}, {bare4}
    {bare1} / {bare2} / {bare3}
    {bare1}, {bare2}
    {bare1} + {bare2} {da}
    - {bare1}
    - {bare1} {da}
    - ring til {bare1} {prep} {word}
    {num}) {bare1}
    {bare1}?
    {bare1} ({fverb} {day})
    hvor mange ansatte har {bare1}?
    skriv en tekst til {bare1} om {thing}
    jeg har lige startet {bare1}
    jeg vil kalde det {bare1}
    navnet skal være {bare1}
    {thing} fra {bare1} {da}
    ansat i {bare1} siden {date}
    til salg hos {bare1} i {town}
    {known} {da}
    {known} og {known} {da}
    {da} {known} {da}
    {per1} ({known}) {da}
    Ifølge {known} {da}
    {wcity} mod {known} endte {num}-{num}
    Vi har konto i {known}.
    {role} {per1}, {known}
    Tidligere ansat i {bare1}, {city}
    20{num}-20{num}: {role}, {bare1}, {city}
    {role}, {bare1} (20{num}-)
    Overf. {bare1} {amount}
    Webshop {site1}: {bare1}
    """)
CODE_ONLY = lines("""
    {ident}={secret}
    {ident}: {secret}
    {ident}={ident};{ident}={secret};{ident}=true
    "{ident}": "{ident}",
    "{ident}": {num},
    "{ident}": {"{ident}": "{english}"},
    Server=tcp:{uuid}.local,1433;Database={ident};User Id={ident};Password={secret};Encrypt=True
    DefaultEndpointsProtocol=https;AccountName={ident};AccountKey={secret}
    headers={"Authorization": "Bearer {secret}"}
    Authorization: Basic {secret}
    export {ident}={secret}
    def {ident}({ident}: int) -> int | None:
    return ({ident} * {num} + {num}) if {ident} else None
    for {ident} in {ident}: print({ident})
    class {ident}(BaseModel): {ident}: str
    import {ident} from '{ident}'
    const {ident} = await {ident}();
    function {ident}() { return {num}; }
    image: {ident}:{num}.{num}
    {ident}:
    - {ident}
    <{ident}>{num}</{ident}>
    <{ident} {ident}="{num}">{english}</{ident}>
    <{ident}>{cword}</{ident}>
    SELECT {ident}, COUNT(*) FROM {ident} GROUP BY {ident};
    UPDATE {ident} SET {ident} = {num} WHERE {ident} = '{status}';
    {date} {time} ERROR {ident}: {english}
    {date} {time} INFO [{ident}] {english} {hex}
    Commit {hex}: {english}
    Hash {hex}
    Version {num}.{num}.{num} breaks {english}
    DTSTART;TZID=Europe/Copenhagen:20261208T1{num}000
    {date};{cword};{amount};{amount}
    {date};Overf. {cword} {num};-{amount};{amount}
    {cword};{cword};{cword}
    {cword}	{cword}	{num}
    {num};{phrase};{num}
    {cphrase}     {num}     {amount}
    {cphrase} -{amount}
    {cword} {amount}
    GET /{ident}/{ident}?{ident}={num} HTTP/1.1 404
    KeyError: '{ident}'
    git checkout -b {ident}
    pip install {ident}
    """)
ENGLISH = lines("""
    Please send the contract to {per1} at {org1}.
    {per1} will join the call on Monday.
    Hi {first1}, thanks for your mail.
    Could you ask {first1} to call {first2} back?
    {bare1} is looking for a distributor in {city}.
    We met {per1} from {bare1} in {city} last week.
    Our CEO {per1} has approved the budget.
    The invoice from {org1} is overdue.
    Write a polite reply to {per1} about the delay.
    {bare1} and {bare2} signed an agreement in {city}.
    Mr {last1} and Ms {last2} will attend.
    {per1}, Head of Sales, {org1}
    Summarise the meeting between {bare1} and {bare2}.
    {firsts1} laptop is broken.
    {first1} said the numbers look fine.
    What do you know about {bare1}?
    I work for {bare1}, and my manager is {per1}.
    How do I apply for funding?
    What is the difference between VAT and sales tax?
    Translate this into Danish, please.
    Make the text shorter and more formal.
    The Board approved the Annual Report.
    Terms and Conditions apply.
    Please find attached the Minutes of Meeting.
    Use {tool} to create a chart.
    Monday, Tuesday and Wednesday are fully booked.
    The General Data Protection Regulation applies.
    Error: File not found. Please try again.
    Click Settings, then Accounts, then Sign Out.
    Act as a Business Coach and ask me questions.
    Your Order has been Shipped.
    Kind regards
    Speaker 1: So what is the next step?
    The Danish market is small but digital.
    {first1} {verb} the {english} is {verb}, {verb} we {verb} {english}.
    the {english} of the {english} is {verb}
    We need a {english} before {month}, cf. the {english}.
    {tenglish} for the {english}
    my {english} is {verb}, {verb} the {english} {verb}
    An experienced {english} with {num} years in {city}.
    {per1} ({role}, ex {english}) {verb} {english}
    {bare1} {verb} a {english} in {country}
    {first1}: {verb} {english}, {verb} {english}
    Ask {first1} and {first2} for the {english}
    {per1} of {org1} {verb} the {english}.
    Dear {first1}, the {english} is {verb}.
    Translate to Danish: {english} {english}
    Living in Denmark: a guide to {english} and {english}
    Commission Regulation (EU) No {num}/20{num}, Annex I
    Her English is {verb}, her Danish is {verb}.
    Regards, {first1}
    """)
