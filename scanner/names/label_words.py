"""Labels of fields that hold names: lower case, "_" for blanks and hyphens."""

from __future__ import annotations

from scanner.names.word_set import word_set

PERSON_LABELS = word_set("""
    fornavn efternavn mellemnavn firstname first_name first lastname last_name surname givenname
    given_name fullname full_name full kontaktperson kontakt contact person medarbejder employee
    ansat ejer owner reel ægtefælle elev patient borger klient deltager deltagere participant
    til_stede fremmødte afbud referent mødeleder ordstyrer dirigent ansvarlig sagsbehandler
    konsulent rådgiver projektleder underskriver author forfatter sælger lærer læge direktør
    formand kasserer bestyrelse bestyrelsesmedlem bestyrelsesformand revisor advokat cn
    fuldmagtshaver attention att attn sendt_af skrevet_af behandlet_af oprettet_af created_by
    assignee reporter manager mødedeltagere tilstede fraværende indkaldt indehaver stifter
    stiftere fra til from to cc bcc kopi afsender modtager leder kontaktpersoner vedr_person
    displayname display_name cardholder kortholder kontohaver skyldner kautionist forælder værge
    barn pårørende mentor username_full direktion ejere owners kurator tegningsberettiget
    sekretær suppleant suppleanter fuldmægtig underskrift navn_på_ejer kontaktnavn contact_name
    contactname contact_person personnavn ejernavn signature signatur bogholder ref mødt
    oplægsholder oplægsholdere mæglere formidler behandler chauffør kunde_navn testator arving
    arvinger gæst guest rejsende passager passenger""")
NAME_LABELS = word_set("""
    navn name navne names""")
FIRM_LABELS = word_set("""
    firma firmanavn virksomhed virksomhedsnavn company company_name companyname company-name
    selskab selskabsnavn leverandør leverandørnavn supplier vendor udlejer arbejdsgiver employer
    moderselskab datterselskab underleverandør organisation organization org organisationsnavn
    binavn konkurrent samarbejdspartner butik forretning speditør transportør entreprenør
    bygherre bureau o forening fond udsteder issuer business business_name merchant forhandler
    producent handelsnavn foretagende virksomheden firmaet virksomheder client_name konkursbo
    konkurrenter leverandører kundevirksomhed competitor competitors suppliers vendors companies
    firms organizations organisations underleverandører virksomheder firmaer ansøgervirksomhed
    virksomhed/forening""")
PARTY_LABELS = word_set("""
    kunde kundenavn kunder customer customer_name client køber lejer debitor kreditor part
    parter betaler modtagernavn afsendernavn kontonavn account account_name licenstager
    aftalepart ansøger applicant ansøgernavn bidragyder sponsor tilbudsgiver ordregiver
    rekvirent klientnavn buyer seller tenant partner partnere partners clients customers
    samarbejdspartnere kunde/firma låntager långiver sagsøger sagsøgte""")
FIRM_GROUPS = word_set("""
    company firma virksomhed organization organisation supplier vendor leverandør employer
    selskab merchant business companies virksomheder""")
PERSON_GROUPS = word_set("""
    owner person contact kontakt employee user customer kunde kontaktperson medarbejder ejer
    author patient borger applicant ansøger personer employees contacts deltagere users people
    deltager bruger brugere recipient sender""")
FIRM_NUMBERS = word_set("""
    cvr companyid company_id vat vat_no vatnumber se pnr p org""")
NOTHING = word_set("""
    ikke ingen ukendt oplyses oplyst n/a endnu privat privatperson samme anonym diverse""")
