"""Words that fill the slots of the templates. None of them is a person or a private firm."""

# ruff: noqa: E501  # words are read as text

from __future__ import annotations


def _lines(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.replace("\n", " ").split("|") if part.strip())


MONTHS = _lines("""januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|
    december""")
POOLS: dict[str, tuple[str, ...]] = {
    "month": MONTHS + _lines("jan.|feb.|Maj|August|Juni|April|sept.|nov."),
    "day": _lines("""mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|i morgen|i dag|i går|
        næste uge|på fredag|på mandag|i næste måned|efter ferien|Mandag|Fredag|inden jul"""),
    "tool": _lines("""ChatGPT|Copilot|Microsoft 365|Excel|Word|PowerPoint|Outlook|Teams|SharePoint|
        OneDrive|Væksthjulet|SMV:Digital|Dinero|Billy|e-conomic|Business Central|Dynamics 365|
        Navision|SAP|HubSpot|Salesforce|Mailchimp|LinkedIn|Facebook|Instagram|TikTok|Google Ads|
        Google Analytics|Shopify|WooCommerce|WordPress|Slack|Trello|Asana|Jira|GitHub|Canva|Figma|
        Photoshop|InDesign|MobilePay|NemID|MitID|NemKonto|e-Boks|Digital Post|Virk.dk|borger.dk|
        Power BI|Python|Windows 11|iPhone|Android|Zoom|Miro|Notion|DeepL|Gemini|Claude|Siri|Alexa|
        Azure|Stripe|Klaviyo|Uniconta|Visma|Penneo|Planday|Zendesk|Trustpilot|YouTube|Messenger|
        WhatsApp|Adobe Acrobat|Google Maps|Google Drive|Chrome|Linux|Docker|Postgres|SQL Server"""),
    "body": _lines("""Erhvervsstyrelsen|Skattestyrelsen|Skat|SKAT|Arbejdstilsynet|Fødevarestyrelsen|
        Miljøstyrelsen|Datatilsynet|Konkurrencestyrelsen|Patent- og Varemærkestyrelsen|
        Sikkerhedsstyrelsen|Toldstyrelsen|Gældsstyrelsen|Motorstyrelsen|Sundhedsstyrelsen|
        Lægemiddelstyrelsen|Finanstilsynet|Erhvervsministeriet|Beskæftigelsesministeriet|
        Udenrigsministeriet|Finansministeriet|Justitsministeriet|Miljøministeriet|Vækstfonden|
        Innovationsfonden|Eksport- og Investeringsfonden|EIFO|Danmarks Statistik|Erhvervshus Fyn|
        Erhvervshus Hovedstaden|Erhvervshus Sjælland|Erhvervshus Sydjylland|Erhvervshus Midtjylland|
        Erhvervshus Nordjylland|Københavns Kommune|Aarhus Kommune|Odense Kommune|Vejle Kommune|
        Randers Kommune|Roskilde Kommune|Slagelse Kommune|Region Hovedstaden|Region Syddanmark|
        Region Midtjylland|Region Nordjylland|Region Sjælland|EU-Kommissionen|Europa-Kommissionen|
        EU|Folketinget|Sø- og Handelsretten|Retten i Viborg|Retten i Odense|Københavns Byret|
        Østre Landsret|Vestre Landsret|Højesteret|skifteretten|Skifteretten|Virksomhedsguiden|
        Erhvervsfremmebestyrelsen|Danmarks Erhvervsfremmebestyrelse|Jobcenter Kolding|jobcentret|
        Udbetaling Danmark|ATP|Feriekonto|Naturstyrelsen|Landbrugsstyrelsen|Kystdirektoratet|
        Rigspolitiet|Nordjyllands Politi|SIRI|Styrelsen for International Rekruttering|
        Kommunen|Ministeriet|Styrelsen|Regionen|Europa-Parlamentet|Digitaliseringsstyrelsen"""),
    "law": _lines("""selskabsloven|selskabslovens § 119|bogføringsloven|Bogføringsloven|
        årsregnskabsloven|GDPR|databeskyttelsesforordningen|databeskyttelsesloven|
        markedsføringsloven|Markedsføringsloven|ansættelsesbevisloven|funktionærloven|
        ferieloven|Ferieloven|konkursloven|købeloven|momsloven|AI Act|AI-forordningen|NIS2|CSRD|
        hvidvaskloven|lejeloven|erhvervslejeloven|udbudsloven|planloven|miljøbeskyttelsesloven|
        aftaleloven|Aftaleloven § 36|kreditaftaleloven|EU-taksonomien|DORA|CE-mærkning|ISO 9001|
        ISO 27001|ESG|FSC|Svanemærket|Ø-mærket|AB 18|ABT 18|Incoterms 2020"""),
    "program": _lines("""SMV:Digital|SMV:Grøn|SMV:Eksport|SMV:Vækstpilot|Vækstpiloterne|Iværksætterforløbet|
        Start Godt|Grøn Omstilling|Produktionsløftet|Scale-Up Denmark|Vækstpakken|Virksomhedsprogrammet|
        Det Digitale Tjek|Eksportstart|Investorparat|Grønt Udviklingsforløb|Fra Idé til Forretning|
        InnoBooster|InnoFounder|Horizon Europe|Interreg|LIFE|Eurostars|Fast Track|Growth Camp|
        Ejerskifteguiden|Kriseguiden|Bestyrelsesguiden|Virksomhed i Vækst|Klar til Kapital|
        Cirkulær Vækst|Digital Handlekraft|Early Warning|Next Step|Kickstart|Business Angels Match"""),
    "role": _lines("""direktør|adm. direktør|ejer|indehaver|medejer|stifter|bestyrelsesformand|
        bogholder|revisor|advokat|salgschef|økonomichef|produktionschef|HR-chef|projektleder|
        konsulent|forretningsudvikler|rådgiver|kundeansvarlig|indkøber|sælger|marketingchef|
        IT-ansvarlig|lagerchef|driftsleder|værkfører|kok|tømrermester|elev|praktikant|assistent|
        CEO|CFO|COO|CTO|bankrådgiver|erhvervskonsulent|specialkonsulent|souschef|kontorchef|
        kurator|mentor|investor|formand|kasserer|sekretær|Geschäftsführer|Leiter Einkauf|Leiter Produktion|Head of Sales|VP Sales|Chief Operating Officer|
        Account Manager|Seniorkonsulent|Chefkonsulent|Seniorrådgiver|Erhvervsrådgiver|fuldmægtig|Sales Director|Vertriebsleiter|kontaktperson|receptionist"""),
    "aROLE": (),
    "topic": _lines("""budgettet|årsrapporten|likviditeten|momsen|kontrakten|ansøgningen|kassekreditten|
        ejerskiftet|ejeraftalen|generationsskiftet|forretningsplanen|hjemmesiden|webshoppen|
        eksporten til Tyskland|sygefraværet|ansættelsen|opsigelsen|lejemålet|varemærket|prisen|
        leverancen|regnskabet|tilbuddet|budgettet for 2027|finansieringen|investeringen|lånet|
        strategien|markedsføringen|salgsmaterialet|produktionen|certificeringen|klimaregnskabet|
        lageret|prototypen|pitchen|handlingsplanen|kvartalstallene|overdragelsen|fusionen|
        stiftelsen|kapitalforhøjelsen|rykkeren|fakturaen|reklamationen|referatet fra sidst"""),
    "noun": _lines("""budget|årsrapport|kontrakt|forretningsplan|ansøgning|faktura|tilbud|referat|
        handlingsplan|ejeraftale|lejekontrakt|pressemeddelelse|stillingsopslag|nyhedsbrev|mail|
        regneark|præsentation|rykker|opsigelse|klage|invitation|dagsorden|vejledning|tjekliste|
        markedsanalyse|SWOT-analyse|businesscase|følgebrev|LinkedIn-opslag|pitch|vurdering|notat"""),
    "thing": _lines("""cykler|kaffe|møbler|keramik|reservedele|vinduer|pumper|solceller|software|
        børnetøj|økologiske grøntsager|hundefoder|smykker|ventiler|sensorer|droner|skilte|plakater|
        garn|honning|is|gin|øl|skibsudstyr|emballage|rengøring|massage|kurser|rejser|robotter"""),
    "country": _lines("""Danmark|Norge|Sverige|Tyskland|Polen|Holland|Frankrig|Spanien|Italien|USA|
        England|Storbritannien|Kina|Indien|Tyrkiet|Ukraine|Grønland|Færøerne|Island|Finland|
        Østrig|Schweiz|Belgien|Japan|Vietnam|Rumænien|Litauen|Canada|Brasilien|Sydkorea"""),
    "city": _lines("""København|Aarhus|Odense|Aalborg|Esbjerg|Kolding|Berlin|Hamborg|Oslo|Stockholm|
        London|Paris|New York|Bruxelles|Malmø|Warszawa|Nuuk|Tórshavn|Jylland|Fyn|Sjælland|Bornholm|
        Nordjylland|Vestjylland|Midtjylland|Sønderjylland|Amager|Nørrebro|Europa|Norden|Asien"""),
    "nation": _lines("""dansk|danske|tysk|tyske|svensk|norske|polsk|engelsk|fransk|kinesisk|
        amerikansk|Dansk|Engelsk|Tysk|europæiske|nordisk|skandinaviske"""),
    "heading": _lines("""Dagsorden|Referat|Baggrund|Formål|Næste skridt|Beslutninger|Eventuelt|
        Økonomi|Status|Velkomst|Konklusion|Anbefalinger|Bilag|Indhold|Kontaktoplysninger|
        Personlige Data|Udgifter|Indtægter|Aktiviteter|Tidsplan|Budget 2027|Marked og Kunder|
        Salg og Marketing|Ledelse og Organisation|Risici|Bemærkninger|Opfølgning|Noter|
        Godkendelse af dagsorden|Forventet Omsætning|Produkt|Konkurrenter|Prisliste|Vilkår"""),
    "column": _lines("""Navn|Firma|Virksomhed|Kunde|Kontaktperson|Kontakt|Telefon|Tlf.|E-mail|Mail|
        Adresse|By|Postnr.|Branche|Status|Dato|Beløb|CVR|CVR-nr.|Forløb|Ansvarlig|Frist|Rådgiver|
        Timer|Bemærkning|Kundenr.|Stilling|Land|Antal ansatte|Omsætning|Næste kontakt|Faktura"""),
    "status": _lines("""aktiv|afsluttet|ny|i gang|venter|betalt|ikke betalt|åben|lukket|opsagt|
        under konkurs|ja|nej|–|ikke oplyst|afventer svar|tilmeldt|afmeldt|godkendt|afvist|ok|OK"""),
    "trade": _lines("""bygge og anlæg|detailhandel|it og software|fødevarer|restauration|transport|
        rådgivning|produktion|landbrug|turisme|sundhed|mode|engros|håndværk|kreative erhverv"""),
    "abbr": _lines("""max|min|alm|ca|evt|bl.a.|m.m.|osv|fx|tirs|tors|man|ons|fre|lør|søn|jan|feb|aug|sep|okt|
        nov|dec|jan-maj|sep-dec|uge|man-fre|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Aug|Oct|mht|pga|jf|inkl|ekskl|kl|tlf|nr|stk|pct|mio|mia|afd|udg|div|asap|fyi|re|sv|vs|obs|ps|tba|eom"""),
    "language": _lines("""Dansk|Engelsk|Tysk|Fransk|Spansk|Arabisk|Tyrkisk|Polsk|Danish|English|French|
        German|Spanish|Arabic|Polish|Turkish|Ukrainian|Chinese|Kinesisk|Somali|Svensk|Norsk|Swedish"""),
    "degree": _lines("""Cand.merc.|HD(R)|HD|MBA|MSc|BSc|PhD|BA|Svendebrev|HF|HHX|STX|HTX|Diplomingeniør|
        Datamatiker|Bachelor|Master of Science|Exchange Semester|Ph.d.|Cand.jur.|Markedsføringsøkonom"""),
    "school": _lines("""CBS|DTU|Aarhus Universitet|Københavns Universitet|Syddansk Universitet|KEA|
        Aalborg Universitet|Copenhagen Business School|Niels Brock|University of Copenhagen|RUC|
        Technical University of Denmark|TU Delft|Lunds Universitet|Oxford University|Tec|Zealand"""),
    "english": _lines("""board|meeting|report|budget|invoice|market|solution|strategy|customer|growth|
        revenue|legal|due|diligence|summary|next|steps|annual|draft|final|review|project|product|
        export|quality|safety|angel|investor|funding|pitch|deck|sales|pipeline|lead|owner|status|
        task|deadline|risk|policy|supply|chain|delivery|cost|price|discount|letter|intent|agreement|
        terms|working|capital|runway|churn|headcount|hiring|remote|team|founder|equity|loan|grant|
        license|data|privacy|security|cloud|storage|account|password|access|default|logging|value|
        user|role|group|field|string|note|party|address|street|country|city|code|number|date|line"""),
    "verb": _lines("""thinks|says|asks|will|wants|needs|booked|sent|signed|makes|nice|great|thin|soft|
        maybe|so|but|and|because|while|cheap|late|early|ready|happy|sorry|busy"""),
    "office": _lines("""aftale|aftalen|ansøgning|ansøgningen|attest|attesten|beløb|bevis|bidrag|blanket|bonus|budget|
        budgettet|dag|dagen|data|dato|dele|direktiv|fil|filer|finansiering|finansieringen|forløb|forløbet|forsikring|frist|
        fristen|fradrag|gebyr|godkendelse|grænse|guide|indkomst|indsats|konto|kontoen|kontrakt|kort|krav|kravet|kurs|kurset|
        liste|listen|løn|lønnen|mappe|melding|meldingen|messe|messen|møde|mødet|nr|nr.|nummer|nummeret|oversigt|oplysninger|
        opgave|opgaven|ordning|ordningen|pakke|pakken|plan|planen|post|pris|prisen|priser|procent|proces|profil|program|
        projekt|projektet|prøve|rapport|rapporten|regler|regnskab|registrering|registreringen|rekvisition|sag|sagen|sats|
        seddel|server|service|sikkerhed|skat|skema|skemaet|sparring|status|støtte|system|systemet|tal|tilbud|tilskud|timer|
        type|uge|ugen|underskud|uddannelse|vejledning|vilkår|værdi|værksted|årsag|udvalg|udvalget|nævn|nævnet|konference|
        seminar|workshop|netværk|dagen 2026|prisen 2025|forløbet|ordning II|pakke 2|fasen|analyse|analysen|venlig|mæssig"""),
    "acronym": _lines("""IBAN|BIC|SWIFT|NDA|LOI|MOU|ISSN|ISBN|DOI|APA|KPI|KPI'er|ROI|VPN|IP|DNS|API|CRM|ERP|SCM|HR|IT|
        PDF|CSV|XML|JSON|SQL|HTML|URL|USB|SSD|CPU|LCA|CO2|ESG|CSRD|VSME|GRI|SDG|FN|B2B|B2C|SaaS|MVP|POC|Q1|Q2|Q3|Q4|FAQ|
        FYI|TBD|CVR|CPR|SE-nr.|EAN|GLN|P-nr.|AM-bidrag|ATP|FIK|PBS|NemKonto|EBIT|EBITDA|WACC|IPO|UTF-8|ISO|EN|CE|ATEX|
        HACCP|GMP|R&D|UX|UI|SEO|SEM|PR|TV|DVD|OK|PS|NB|OBS|VIP|GPS|LED|PVC|HVAC|APV|MUS|TR|AMR|OKR|RFP|SLA|GDPR|DPA|DPIA"""),
    "known": _lines("""DR|TV 2|TV2|TV-2|Politiken|Berlingske|Jyllands-Posten|B.T.|Ekstra Bladet|Børsen|Ritzau|Information|
        Venstre|Socialdemokratiet|Konservative|De Konservative|Dansk Folkeparti|DF|SF|Enhedslisten|Radikale Venstre|
        Liberal Alliance|Alternativet|Moderaterne|Stram Kurs|Nye Borgerlige|LO|FH|3F|HK|FOA|Dansk Metal|Djøf|Prosa|Dansk Industri|
        DI|Dansk Erhverv|SMVdanmark|Ældre Sagen|Røde Kors|Dansk Flygtningehjælp|Kræftens Bekæmpelse|Folkekirken|NATO|FN|WHO|
        FCK|FC København|Brøndby IF|AGF|FCN|AaB|OB|Liverpool|Real Madrid|DBU|UEFA|FIFA|Apple|Google|Microsoft|Sony|Amazon|Meta|
        Mærsk|A.P. Møller - Mærsk|Novo Nordisk|Carlsberg|Lego|LEGO|Vestas|Danfoss|Grundfos|Arla|Ørsted|Coop|Bilka|Netto|Rema 1000|
        Danske Bank|Nordea|Jyske Bank|Sydbank|Nykredit|Sparekassen Kronjylland|TDC|PostNord|DSB|SAS|Matas|Salling Group|
        Labour|CDU|Hamas|Greenpeace|Amnesty|Statoil|Volkswagen|Audi|Ikea|H&M|Deloitte|PwC|KPMG|EY|BDO|Dansk Revision"""),
    "firmnoun": _lines("""foreningen|caféen|cafeen|butikken|salonen|klubben|kunden|firmaet|virksomheden|webshoppen|selskabet|
        leverandøren|startuppen|konkurrenten|restauranten|kæden|mærket|brandet|bureauet|fonden|klinikken|værkstedet|forlaget|
        hotellet|festivalen|kooperativet|familiefirmaet|underleverandøren|udlejeren|lejeren|debitoren|samarbejdspartneren|
        produktionsvirksomheden|håndværksfirmaet|enkeltmandsvirksomheden|iværksættervirksomheden|koncernen|banken|sparekassen"""),
    "fverb": _lines("""har ringet|har betalt|har ikke betalt|fylder 10 år|åbner|lukker|flytter|sælger|skylder|kræver|leverer|ansætter|
        fyrer|søger|vinder|klager|vil købe|vil sælge|er interesseret i|er gået konkurs|tilbyder|producerer|importerer|
        eksporterer til|har fået|mangler|ønsker|overvejer|har bestilt|har opsagt|holder til i|blev stiftet|udvider|investerer i|
        rykker for|har sendt|er kunde hos os|er ny kunde|fik afslag|har svaret|har skiftet|bruger|laver|bygger|udlejer|siger"""),
    "pverb": _lines("""har ringet|har skrevet|har sagt ja|kommer|går|er syg|er på barsel|er på ferie|siger|mener|spørger|vil have|
        bliver|starter|stopper|holder oplæg|har glemt|har fundet|ejer|arbejder|bor|er ansat|er blevet fyret|har underskrevet|
        deltager|melder afbud|tager|får|skal|kan ikke|vil ikke|var|underviser|flytter|har søgt|kender|hjælper|klagede|græd"""),
    "prep": _lines(
        "til|fra|hos|for|med|af|mod|ved|om|på vegne af|sammen med|ifølge|via|både|og|eller|samt|uden|under"
    ),
    "postal": _lines("K|V|N|S|Ø|NV|SV|C|M|Ø.|Nord|Vest|Øst"),
    "emoji": _lines("😊|👍|:-)|:)|<3|😂|🎉|xD|:D|;-)|🙏|❤️|:(|:-("),
    "slang": _lines("""omg|lol|lmao|rofl|wtf|btw|msn|sms|fb|snap|insta|hehe|hihi|haha|muhaha|ihh|årh|uhh|ej|altså|
        nederen|sygt|fedt|lækkert|mega|kk|knuz|knus|muh|puha|nah|jaja|nope|yes|hey|heyy|heej|halløj|dav|mojn|wuhu|yay|
        :P|:'(|^^|-.-|<33|xoxo|gg|brb|thx|pls|plz|aight|yo|bro|søde|smukke|skat|basse|darling|babe|fætter"""),
    "short": _lines("ok|tak|fint|super|perfekt|jep|nej|ja|hmm|jo|øv|lol|haha|nice|cool|👍|😊|:-)|"),
}
POOLS.pop("aROLE")
LABELS = {
    "tool": "MISC",
    "country": "LOC",
    "city": "LOC",
    "body": "?",
    "program": "MISC",
    "school": "?",
}
