"""Sentence templates as papers write, with organizations of all kinds, and posts on the net."""

# ruff: noqa: E501  # templates are one line each

from __future__ import annotations

from models.train.synth.lines import lines

NEWS = lines("""
    {house1} afviser kritikken fra {house2}.
    {house1} og {house2} er enige om {topic}.
    Formanden for {house1}, {per1}, siger til {media1}, at {prose}
    Det skriver {media1}.
    Det oplyser {house1} til {media1}.
    Ifølge {media1} vil {house1} {da}.
    {per1}, {house1}, er uenig.
    {per1} ({house1}) {pverb} {da}.
    {house1} kræver {amount} af {publicbody}.
    {role} {per1} fra {house1} {pverb} {da}.
    {per1} er valgt til formand for {house1}.
    {last1} har været medlem af {house1} siden 19{num}.
    {last1} {pverb} {da}, siger {last2}.
    - Vi {da}, siger {per1} fra {house1}.
    {houses1} formand, {per1}, {pverb} {da}.
    {house1} har {num} medlemmer i {town}.
    medlemmerne af {house1} stemte nej til {topic}
    Overenskomsten mellem {house1} og {house2} udløber {date}.
    {house1}, {house2} og {house3} har skrevet under.
    {club1} slog {club2} {num}-1 i {wcity}.
    {club1} mangler {per1} i kampen mod {club2}.
    {per1} skifter fra {club1} til {club2} for {amount}.
    {club1}-{club2} 2-1
    {per1} ({club1}) og {per2} ({club2}) fik rødt kort.
    Partiet {house1} gik {num} mandater tilbage.
    {per1}, der er {role} i {house1}, {pverb} {da}.
    {publicbody} har fået en klage fra {house1}.
    Sagen skal for {publicbody}, oplyser {per1}.
    {da} {house1} {da}.
    {da} {prep} {house1}, {da} {house2}.
    {cda} {prep} {house1}.
    {house1} {fverb} {da}
    {wcity}: {prose}
    ({media1})
    /{media1}/
    Kilde: {media1}
    {per1} til {media1}: {prose}
    I {media1} {pverb} {per1} {da}.
    Redaktøren af {media1}, {per1}, {pverb} {da}.
    aktierne i {house1} faldt {num} procent
    fusionen mellem {house1} og {bare1} er opgivet
    direktør {per1}, {bare1}, {pverb} {da}
    Både {house1} og {publicbody} {da}.
    {house1} i {town} {fverb} {da}.
    Forfatteren {per1} {pverb} {da}.
    Filminstruktøren {per1} fra {wcity} {pverb} {da}.
    {per1}s datter {first2} {pverb} {da}.
    ministeren, {per1} ({house1}), {pverb} {da}
    {house1}: {prose}
    hos {house1} {da}
    {place1} {da} {house1}
    Ved {place1} {da}.
""")
WEB_POSTS = (
    "{handle} {handle} {da}", "{handle} {da} @{letters1} {short}", "{letters1} {da} {emoji}", "RT {handle}: {letters1} {da}",
    "{da} {letters1} {da} #{word}", "{per1} {da} {letters1}!", "{first1} fra {letters1} {da} #{tag}", "{media1} {da} https://t.co/{hex}",
    "{cda} {media1} {da} {handle}", "#{tag} {da} {handle}", "{da} #{tag} #{tag}", "{last1} {da} #{tag}", "hvorfor {da} {last1} ikke? {handle}",
    "Hvad siger {house1} til {topic}? {handle}", "så fik {club1} endelig {da}", "{club1} {da} {short} #{tag}", "nej {club1} {da}", "er til {club1} - {club2} {emoji}",
    "{per1} i {media1} lige nu {emoji}", "{last1} og {last2} {da} i {media1}", "Godt gået {per1} {handle}", "{handle} @{first1} @{letters1} {da}",
    "Tillykke til {house1} med {topic} {handle}", "{letters1} og {letters2} {da}", "læs {per1} i {media1}: {prose} https://t.co/{hex}",
    "{da} - {per1}, {letters1} #{tag}", "via {media1}", '"{prose}" {per1} #{tag}', "{cda} i {wcity} {emoji} {handle}", "{first1} {last1} {da} {emoji}{emoji}",
    "hej {first1}!! {da} {emoji} kh {nick}", "{nick} {da} {first1} {da}", "{first1} ♥ {first2}", "knus herfra {first1} {emoji}", "{first1}, {first2} og {first3} {da}",
    "jeg går i {num}.{letter} med {first1} og {first2}", "elsker dig {first1} {emoji}", "{da} min bror {first1} {da}", "{first1} er så sød {emoji}", "MSN: {nick}",
    "{slang} {da} {slang}", "{da} {slang}", "{shout} {da}", "{da} {shout}!!", "{slang} {shout} {emoji}", "{da} {emoji} {slang} {da}", "{slang}!! {cda} {slang}",
    "{cda}... {slang}", "{shout}", "{handle} {slang} {da}", "{handle} {shout} {slang}", "{slang} {first1} {slang}", "{first1} {slang} {da}", "{prose} {slang}",
    "{cword} {slang} {cword}", "{da} {cword} {da} {slang}", "{slang} {da} #{tag}", "{cda} {handle} {slang}", "{tphrase} {slang}", "{ten} {slang}",
    "vi ses i {town} {emoji}", "bor i {town} {da}", "{da} mvh {nick}", "er der nogen fra {town} herinde?", "{first1} stop {da}!!!!",
)  # fmt: skip
