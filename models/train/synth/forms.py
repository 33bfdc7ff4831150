"""Templates by genre: questions, greetings, chat, posts, fields, code, columns."""

# ruff: noqa: E501  # templates are one line each

from __future__ import annotations

ASKS = (
    "Skriv en {noun} til {per1} om {topic}.", "skriv en mail til {first1} om {topic}",
    "Lav et referat af mødet med {bare1}.", "Opsummer mailen fra {first1}:",
    "Kan du omskrive den her {noun} til {per1}?", "hvad skal jeg svare {first1}?",
    "Hjælp mig med en {noun} til {org1}", "Lav en {noun} for {bare1}, som sælger {thing}.",
    "Oversæt til {nation}:", "Ret stavefejl:", "Gør teksten kortere:", "Sæt det op i en tabel:",
    "lav en pitch for {bare1}", "Find fejl i listen:", "Hvad er vigtigst i det her?",
    "skriv et opslag til {tool} om {bare1}s nye {thing}", "kan du tjekke {topic} for {bare1}?",
    "Translate to English:", "Please summarise:", "Udkast til {noun}, modtager {per1}:",
    "Lav en tidsplan for {program}.", "Forklar {law} for {role}.", "tak, gør det {nation}",
    "Du er {role}. Svar på mailen herunder fra {first1}.", "Skriv et {nation} svar til {last1}:",
    "Analyser konkurrenterne til {bare1}", "Lav en {noun} ud fra følgende noter:",
    "Jeg skal holde møde med {per1} fra {bare1} {day}. Lav en dagsorden.",
    "Formulér et afslag til {per1}.", "Regn ud hvor meget {first1} skal have i løn.",
)  # fmt: skip
GREETINGS = (
    "Hej {first1}", "Hej {first1},", "Kære {first1}", "Kære {first1},", "Hej {per1}", "Kære {per1}",
    "Hej {first1} og {first2}", "Kære {first1}, kære {first2}", "hej {first1}", "Hejsa {first1}!",
    "Godmorgen {first1}", "Hi {first1},", "Dear {first1},", "Dear {per1},", "Hej igen {first1}",
    "Kære hr. {last1}", "Kære fru {last1}", "Dear Mr {last1}", "Hej", "Hej alle", "Kære kunde",
    "Goddag", "Hej team", "Til {per1}", "Kære {bare1}", "Hej {first1} :-)", "Hallo {first1}",
    "hej {per1},", "Hej {per1},", "hi {per1}!", "hejsa {per1},", "kære {per1}, tak for sidst", "Godaften {per1},", "{per1},",
    "{first1},", "Hej {first1}, {first2} og {first3}", "Kære kollegaer", "Dav {first1}", "Halløj {first1}",
)  # fmt: skip
PARTINGS = (
    "Mvh\n{first4}", "Mvh {first4}", "Med venlig hilsen\n\n{per4}", "Med venlig hilsen\n{per4}\n{role}",
    "Venlig hilsen\n{per4}\n{role}, {bare4}\nTlf. {phone}", "Vh {first4}", "/{first4}", "- {first4}",
    "Bedste hilsner\n{first4}", "Kind regards\n{per4}\n{org4}\n{address}", "Best regards,\n{first4}",
    "Hilsen {first4}", "De bedste hilsner\n{per4}\n{org4}\nCVR {cvr}\n{mail4}", "KH {first4}",
    "Mange hilsner\n{first4} og {first5}", "På vegne af {org4}\n{per4}", "hilsen {first4}",
    "Med venlig hilsen\n{per4}, {role}", "Tak på forhånd\n{first4}", "", "", "Mvh", "vh\n{initl4}",
    "Venligst\n{org4}\nv/ {per4}", "Med venlig hilsen / Best regards\n{per4}\n{role}\n{org4}\n{phone}",
    "Knus {first4}", "God weekend\n{first4}", "Dbh. {first4}", "Cheers\n{first4}", "//{first4}",
    "Venlig hilsen\n{per4}\n{body}", "Mvh {finit4}", "Yours sincerely\n{per4}\nCEO, {bare4}",
)  # fmt: skip
CHAT = (
    "har du snakket med {first1}?", "{first1} siger ja", "spørg {first1}", "det må {first1} tage sig af",
    "er {first1} syg igen?", "jeg skriver til {first1} om lidt", "hvem er {per1}?", "{first1} har den",
    "kan {first1} ikke bare gøre det", "{per1} fra {bare1} har lige ringet", "vi ses hos {bare1}",
    "{bare1} har stadig ikke betalt", "hvad koster det hos {bare1}", "{bare1} svarer ikke",
    "send den til {first1} og cc {first2}", "ok {first1}", "tak {first1}!", "{first1} er her ikke",
    "mødet er flyttet til kl {time}", "jeg er på {tool}", "har du {topic} klar?", "det er bare {topic}",
    "ring lige til {first1} på {phone}", "så tager {first1} og jeg til {city}", "hvor ligger {noun}en?",
    "{first1} skylder {amount}", "skal {first1} med til {bare1} {day}?", "lol", "god idé", "ses {day}",
    "{first1} var sur over {topic}", "er det {first1} eller {first2} der har bilen", "vi køber {thing} hos {bare1}",
    "jeg har mødt {first1} {last1} til {program}", "{first1}s mor ligger på hospitalet", "@{first1} kan du?",
    "har du {firsts1} nummer?", "{finitx1} prøver at ringe", "fru {last1} kommer kl {time}", "hr. {last2} har skrevet under", "{first1} er hjemme, {first2} tager vagten",
    "er hun stadig hos {bare1}?", "nogen der ved hvad der er sket med {bare1}?", "vi venter på {bare1}", "han skal levere til {bare1} kl {time}", "{first1} har købt {thing} af {bare1}",
    "hej jeg hedder {first1} og har et firma der hedder {bare1}", "det drejer sig om {bare1} i {town}", "hvad skal {first1} betale i skat af {bare1}?", "yo {first1}, {first2} siger nej",
    "{first1}, har {bare1} betalt?", "{per1} har overtaget {bare1}", "vi har skrevet til {bare1} tre gange", "{firsts1} {thing} kommer fra {bare1}",
    "hej {per1}, {da}", "hej {per1}, {da}?", "hej {per1}", "tak {per1}", "hallo {per1}, {phrase}", "dav {per1}, er du på {tool}?", "spørg {per1}",
    "{per1} siger nej", "har {per1} svaret", "ring til {per1}", "{per1}, {da}?", "hilsen {per1}", "kh {per1}", "skriv til {last1} om {topic}", "det er {last1} der bestemmer",
    "{firsts1} kontrakt udløber i {month}", "husk {first1}s fødselsdag", "hvem tager mødet med {body}?",
)  # fmt: skip
POSTS = (
    "{handle} {phrase}", "{handle} {handle} {phrase} {short}", "{prose} #{word}", "Tak til {handle} for {topic} #{word} #dkbiz", "RT {handle}: {prose}",
    "{orghandle} {phrase}?", "{per1} {phrase} #{word}", "{handle} har du set det her? https://t.co/{hex}", "Stort tillykke til {per1} og {orghandle} 🎉",
    "{first1} {phrase} !!!", "hej {nick} {phrase}", "{nick} {phrase}", "{nick}: {phrase}", "kh {nick}", "{phrase} {emoji}", "@{first1} {phrase}", "hvem er {nick}?",
    "{cphrase} #{word}", "Glade for at have {per1} ombord hos {bare1} #{word}", "{phrase} -{first1}", "{first1} {phrase} - {nick}", "{prose}", "Så er {bare1} i luften! #{word}",
    "Vi søger en {role} i {town} #job", "via {orghandle}", "{first1} & {first2} {emoji}", "jeg hedder {first1} {last1} og er {num} år", "{first1} er bare den bedste {emoji}",
)  # fmt: skip
SPEAKERS = ("{first}: {x}", "{per}: {x}", "[{time}] {first}: {x}", "{first} {time}\n{x}", "<{first}> {x}",
             "{time} - {per}: {x}", "{initl}: {x}", "{role}: {x}", "{first} siger: {x}", "Kunde: {x}", "Mig: {x}")  # fmt: skip
FIELDS = (
    "Navn: {per1}", "Navn: {lastfirst1}", "Fornavn: {first1}\nEfternavn: {last1}", "Firma: {org1}",
    "Virksomhed: {bare1}", "Kontakt: {per1}", "Kontaktperson: {first1} {last1}", "Kunde: {org1}",
    "CVR: {cvr}", "CPR: {cpr}", "Tlf: {phone}", "Mail: {mail1}", "Adresse: {address}", "Dato: {date}",
    "Emne: {topic}", "Beløb: {amount}", "Status: {status}", "Rådgiver: {per2}", "Ansvarlig: {first2}",
    "Til: {per1}", "Fra: {per2}", "Cc: {per3}; {per4}", "Til: {per1} <{mail1}>", "Fra: {per2} [mailto:{mail2}]",
    "From: {per2}\nSent: {date} {time}\nTo: {per1}\nSubject: {topic}", "Sagsbehandler: {per3}", "Stilling: {role}",
    "Arbejdsgiver: {org1}", "Ægtefælle: {per2}", "Leverandør: {bare2}", "Branche: {trade}", "By: {town}",
    "Produkt: {thing}", "System: {tool}", "Indehaver: {per1}", "Bestyrelse: {per1}, {per2}, {per3}", "Revisor: {org2}",
    "Vært: {first1}", "Deltagere: {first1}, {first2} og {first3}", "Lejer: {org1}", "Udlejer: {per1}", "Myndighed: {body}",
    "Journalnr.: {id}", "Underskrift: {per1}", "Navn på virksomhed: {bare1}", "Elev: {per2}", "Barn: {first3} {last1}",
)  # fmt: skip
PLAIN_FIELDS = ("{cword}: {phrase}", "{cphrase}: {num}", "{cword}: {cphrase}", "{tenglish}: {english}", "{cword}: {date}",
                 "{ident}: {num}", "{cphrase}: {amount}", "{cphrase}", "{cword}: {id}", "{cword}: ja", "{cword}: [Din titel]")  # fmt: skip
CODE = (
    '{"navn": "{per1}", "firma": "{org1}", "tlf": "{phone}"}', '{"id": {num}, "name": "{per1}", "status": "{status}"}',
    '{"company": {"name": "{org1}", "vat": "{cvr}"}, "contact": "{per1}"}', '"customer": "{bare1}",\n  "owner": "{per1}",',
    '{"fornavn":"{first1}","efternavn":"{last1}","by":"{town}"}', "<kunde><navn>{per1}</navn><by>{town}</by></kunde>",
    "<Company>{org1}</Company>", '<person fornavn="{first1}" efternavn="{last1}"/>', "<Contact id='{num}'>{per1}</Contact>",
    "INSERT INTO kunder (navn, firma) VALUES ('{per1}', '{org1}');", "SELECT * FROM kunder WHERE firma = '{bare1}';",
    "UPDATE contacts SET name='{per1}' WHERE id={num};", "INSERT INTO t VALUES ({num}, '{first1}', '{last1}', '{town}');",
    "{date} {time} INFO user={per1} action=login", "2026-11-0{num} {time} ERROR Customer '{org1}' not found",
    "{date} {time} WARN sync failed for {bare1} ({id})", "[INFO] Mail sendt til {per1} <{mail1}>",
    "BEGIN:VEVENT\nSUMMARY:Møde med {per1}\nORGANIZER;CN={per2}:mailto:{mail2}\nLOCATION:{town}\nEND:VEVENT",
    "ATTENDEE;CN={per1};ROLE=REQ-PARTICIPANT:mailto:{mail1}", "SUMMARY:{topic} - {bare1}\nDTSTART:20261124T090000Z",
    "BEGIN:VCARD\nFN:{per1}\nN:{last1};{first1};;;\nORG:{org1}\nTEL:{phone}\nEND:VCARD", "FN:{per1}\nORG:{bare1}",
    "navn={per1}&firma={bare1}", "kunde: {org1}\nkontakt:\n  navn: {per1}\n  rolle: {role}", "- name: {per1}\n  email: {mail1}",
    'customer_name = "{org1}"  # {per1}', "// TODO: spørg {first1} om {topic}", "git commit -m 'Ret {topic} for {bare1}'",
    "Author: {per1} <{mail1}>\nDate: {date}", "def hent_kunde(kundenr): return db.get(kundenr)", "const status = 'Afsluttet';",
    '{"type": "Faktura", "beloeb": {num}, "valuta": "DKK"}', "<Status>Afsluttet</Status>", "ALTER TABLE Kunder ADD COLUMN Navn TEXT;",
    "GET /api/v1/kunder?by={town} HTTP/1.1 200", "Traceback (most recent call last): KeyError: 'Navn'", "WHERE Efternavn LIKE '%sen'",
    "| {per1} | {bare1} | {phone} |", "{per1};{org1};{town};{phone}", "{per1}\t{org1}\t{town}", '"{lastfirst1}","{org1}",{amount}',
)  # fmt: skip
CELLS = {
    "Navn": ("{per}", "{per}", "{lastfirst}", "{finit}"), "Fornavn": ("{first}",), "Efternavn": ("{last}",),
    "Kontakt": ("{per}", "{first}", "{initl}"), "Kontaktperson": ("{per}",), "Ansvarlig": ("{first}", "{per}"), "Rådgiver": ("{first}", "{per}"),
    "Firma": ("{org}", "{bare}"), "Virksomhed": ("{org}", "{bare}"), "Kunde": ("{org}", "{bare}", "{per}"), "Leverandør": ("{org}",),
    "Debitor": ("{org}", "{per}"), "By": ("{town}",), "Postnr.": ("{zip}",), "Telefon": ("{phone}",), "E-mail": ("{mail1}",), "CVR": ("{cvr}",),
    "Beløb": ("{amount}",), "Dato": ("{date}",), "Status": ("{status}",), "Branche": ("{trade}",), "Nr.": ("{num}",), "Kundenr.": ("{id}",),
    "Program": ("{program}",), "System": ("{tool}",), "Stilling": ("{role}",), "Produkt": ("{thing}",), "Land": ("{country}",), "Emne": ("{topic}",),
    "Employee": ("{per}",), "Company": ("{org}", "{bare}"), "Customer": ("{org}", "{per}"), "Deltager": ("{per}", "{first} {last}"),
}  # fmt: skip
