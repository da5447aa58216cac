"""Swedish sentences for records that never were, in pieces that fit together.

Comes in: chance. Goes out: sentences. All of it is made up for the benchmark; no service says it.
{plats} in a sentence is any of the words in BITAR under that name.
"""

import re

from tests.prestanda.slump import Slump

BITAR = {
    "hjalpare": (
        "din handledare", "en coach", "din samordnare", "en vägledare", "en arbetsterapeut",
        "en kurator", "din kontaktperson", "en studievägledare", "en jobbcoach", "en lots",
        "en kursledare", "en hälsocoach", "en rehabkoordinator", "en fältarbetare", "en mentor",
    ),
    "plats": (
        "i våra lokaler nära stationen", "på biblioteket", "på en kafeteria i centrum",
        "hemma hos dig om du vill", "på en arbetsplats", "på vårdcentralen", "över video",
        "i ett grönt hus vid ån", "på folkhögskolan", "i en verkstad", "på Lärcentrum",
        "på familjecentralen", "i medborgarhuset", "ute i naturen", "i ett kök där vi lagar mat",
    ),
    "takt": (
        "en gång i veckan", "två gånger i veckan", "var fjortonde dag", "varje tisdag",
        "varje onsdag och fredag", "några timmar i taget", "så ofta du orkar", "på förmiddagarna",
        "på eftermiddagarna", "tre dagar i veckan", "en halv dag i taget", "varje månad",
    ),
    "tid": (
        "tre månader", "ett halvår", "ett år", "upp till två år", "åtta veckor", "tolv veckor",
        "en termin", "fyra månader", "så länge du behöver", "ungefär nio månader", "tio träffar",
    ),
    "syssla": (
        "snickra möbler", "odla grönsaker", "laga cyklar", "sortera kläder", "baka bröd",
        "sköta djur", "arbeta i butik", "köra truck", "städa och tvätta", "packa varor",
        "skriva på dator", "måla hus", "arbeta i kök", "filma och klippa", "laga datorer",
        "sy väskor", "ta hand om böcker", "svara i telefon", "plantera träd", "servera lunch",
    ),
    "amne": (
        "sömn och stress", "pengar och räkningar", "mat och rörelse", "att söka jobb",
        "att tala inför andra", "rättigheter på jobbet", "svenska för yrket", "att planera dagen",
        "konflikter och samtal", "datorn och telefonen", "intervjuer och cv", "studieteknik",
        "att säga ja och nej", "vägen till körkort", "föreningar och fritid", "smärta och vila",
    ),
    "mal": (
        "ett vanligt jobb", "en praktikplats", "studier på heltid", "en yrkesutbildning",
        "en anpassad tjänst", "att starta eget", "en lugnare vardag", "en plan som håller",
        "fler timmar på jobbet", "att klara gymnasiet", "en fast sysselsättning", "nya vänner",
    ),
    "part": (
        "Arbetsförmedlingen", "Försäkringskassan", "vårdcentralen", "socialtjänsten", "skolan",
        "psykiatrin", "vuxenutbildningen", "din arbetsgivare", "rehabmottagningen",
        "kommunens arbetsmarknadsenhet", "biståndshandläggaren", "habiliteringen",
    ),
    "lage": (
        "varit sjuk länge", "varit borta från arbetslivet", "hoppat av skolan",
        "svårt att komma hemifrån", "ont i kroppen varje dag", "flyttat hit från ett annat land",
        "tappat hoppet om jobb", "många kontakter på samma gång", "svårt att sova och tänka",
        "aldrig haft ett arbete", "förlorat ditt jobb", "bränt ut dig", "slutat med droger",
    ),
    "behov": (
        "lugn och ro", "tydliga rutiner", "någon som följer med", "hjälp att ta första steget",
        "stöd från flera håll", "mer tid än andra", "någon som lyssnar", "små grupper",
        "ett eget schema", "hjälp med papper", "korta pass", "någon att ringa",
    ),
    "sak": (
        "din legitimation", "namnet på din handläggare", "ditt senaste läkarintyg",
        "ett förslag på tider", "dina betyg, om du har några", "beslutet du har fått",
        "telefonnumret till någon nära", "en lista över dina frågor", "ditt samordningsnummer",
        "ett brev från skolan", "namnet på din läkare", "ditt cv, om du har ett",
    ),
    "svar": (
        "inom en vecka", "inom två veckor", "samma dag", "nästa vardag", "inom tre dagar",
        "inom en månad", "första tisdagen i månaden",
    ),
    "ar": tuple(str(year) for year in range(2009, 2024)),
    "antal": tuple(str(number) for number in range(6, 48)),
}  # fmt: skip

SAMMANFATTNING_VAD = (
    "Du får hjälp av {hjalpare} att hitta ett jobb som passar dig.",
    "Här får du träna på att {syssla} i din egen takt.",
    "Vi hjälper dig att gå från tanke till plan, ett steg i taget.",
    "Du får prova på att {syssla} med stöd av {hjalpare}.",
    "Kom hit och lär dig mer om {amne}.",
    "Hos oss får du en plan, och någon som går med dig hela vägen.",
    "Du får stöd att börja jobba igen efter en lång tid borta.",
    "Vi ordnar möten där alla som hjälper dig är med på en gång.",
    "Du får hjälp att läsa klart det du har börjat på.",
    "Här får du tid att fundera ut vad du vill och vad du kan.",
    "Du får prova ett jobb, och vi är med dig de första veckorna.",
    "Vi kommer hem till dig och hjälper dig ut igen, lite åt gången.",
)
SAMMANFATTNING_VEM = (
    "Det är till för dig som har {lage}.",
    "Du som har {lage} är varmt välkommen.",
    "Det passar dig som behöver {behov}.",
    "Har du {lage} kan vi börja där du är i dag.",
    "Målet är {mal}, men du väljer vägen själv.",
    "Det kostar inget, och du kan sluta när du vill.",
    "Vi ses {takt}, och du är med i {tid}.",
    "Du som behöver {behov} får det här.",
)
BESKRIVNING = (
    "Vi träffas {takt} {plats}, och {hjalpare} är alltid med.",
    "Gruppen är liten, så alla hinner prata och ställa frågor.",
    "Många som kommer hit har {lage}, och ingen behöver förklara sig.",
    "Du är med i {tid}, och sedan ser vi tillsammans vad som blir nästa steg.",
    "Den som vill kan {syssla}, andra väljer att bara vara med.",
    "Vi arbetar nära {part}, så att du slipper berätta samma sak flera gånger.",
    "Du kan ha kontakt med {part} samtidigt som du är med här.",
    "Målet kan vara {mal}, men det kan också vara något helt annat.",
    "Första gången får du en rundvandring och en kopp kaffe.",
    "Lokalen har hiss, bred dörr och ett tyst rum för den som behöver vila.",
    "Vi talar om {amne}, och du väljer själv hur mycket du vill säga.",
    "Behöver du tolk ordnar vi det, säg bara till när vi bokar tiden.",
    "Har du barn försöker vi lägga tiderna så att de passar med förskolan.",
    "Du får ett schema på papper, med bilder om det är lättare.",
    "När du har varit med en månad går vi igenom hur det känns.",
    "Det finns plats för {antal} personer, och nya kan börja hela året utom i juli.",
    "Du som behöver {behov} får det från första dagen.",
    "Ingen tvingar dig till något, och det är aldrig fel att ta en paus.",
    "Det du berättar stannar hos oss, om du inte säger att vi får dela det.",
    "Resan hit går att få betald, fråga {hjalpare} hur du gör.",
)
VAD_HANDER = (
    "Du och {hjalpare} ses och pratar om vad som är viktigt för dig.",
    "Ni skriver en plan tillsammans, med mål för varje månad.",
    "Du får prova att {syssla} {takt}.",
    "Vi bjuder in {part} till ett möte, om du säger ja till det.",
    "Du lär dig mer om {amne} i en liten grupp.",
    "Varje fredag går vi igenom veckan och ändrar det som inte fungerar.",
    "Du besöker två arbetsplatser och får se hur en vanlig dag är.",
    "När du är redo letar {hjalpare} efter en plats som passar.",
    "Vi följer med dig de första dagarna på det nya stället.",
    "Efter {tid} gör vi en ny kartläggning och ser vad som har hänt.",
    "Du får ett intyg på det du har gjort och lärt dig.",
    "Om du vill ringer vi dig ett halvår efteråt och hör hur det går.",
)
SA_GOR_DU = (
    "Ring eller mejla oss, så bokar vi ett första möte.",
    "Be din handläggare ta kontakt med oss, så ringer vi upp dig.",
    "Fyll i formuläret på vår sida, eller kom förbi på öppet hus.",
    "Säg till {hjalpare} att du är nyfiken, så ordnar ni resten tillsammans.",
    "Skicka ett sms med ditt namn, så hör vi av oss {svar}.",
)
MALGRUPP_TEXT = (
    "Du som har {lage} och behöver {behov}.",
    "Du som vill komma närmare {mal} och har {lage}.",
    "Du som behöver {behov} för att komma vidare mot {mal}.",
    "Vi vänder oss till dig som har {lage}, oavsett vad du gör i dag.",
)
OVRIGA_VILLKOR = (
    "Du ska själv vilja vara med.",
    "Du behöver orka vara här {takt}.",
    "Du har kontakt med {part} när du börjar.",
    "Du kan ta dig hit på egen hand eller med färdtjänst.",
    "Du klarar att vara i grupp en kort stund.",
)
INTAG_TEXT = (
    "Det är kö, och väntetiden är ungefär {tid}.",
    "Nya börjar {takt}, så det går ofta fort att få en plats.",
    "Just nu finns {antal} platser, och några av dem är lediga.",
    "Vi tar emot nya två gånger om året, i januari och augusti.",
)
PERIOD_TEXT = (
    "Började som ett försök {ar} och har vuxit sedan dess.",
    "Pengarna räcker till och med nästa höst.",
    "Startade {ar}, med stöd av {part}.",
    "Först ett projekt, sedan {ar} en del av det vanliga arbetet.",
)
VAG_BESKRIVNING = (
    "Du tar kontakt direkt med oss, utan remiss.",
    "Den som redan hjälper dig tar kontakt och är med på det första mötet.",
    "Frågan tas upp när du träffar {part} nästa gång.",
    "Vi frågar alltid dig först, innan någon skickar uppgifter om dig.",
    "Ring på förmiddagen, då svarar {hjalpare} själv.",
)
SEDAN = (
    "Vi ringer upp och bokar ett möte {plats}.",
    "Du får en tid till {hjalpare} {svar}.",
    "Ni ses en första gång, och sedan bestämmer du om du vill fortsätta.",
    "Är det fullt får du veta hur lång kön är och vad du kan göra så länge.",
)
HA_REDO = ("{sak}", "{sak}", "Dagar och tider som passar dig", "Om du behöver tolk eller ledsagare")
SVARSTID = ("{svar}",)
OPPETTIDER = ("Måndag–fredag 9–16", "Tisdag och torsdag 13–17", "Måndag–torsdag 8–12",
              "Drop in onsdagar 10–12", "Stängt i juli", "Telefontid varje vardag 9–11")
HISTORIA = (
    "Det började {ar}, när {part} såg att många föll mellan stolarna.",
    "Från början fanns {antal} platser, och sedan {ar} är de fler.",
    "År {ar} flyttade vi till nya lokaler och fick två nya i personalen.",
    "Arbetssättet kommer från ett projekt som prövades {ar}.",
    "En uppföljning {ar} visade att de flesta ville vara med längre.",
)
RESULTAT_TEXT = (
    "Gäller alla som började under året.",
    "Några deltagare räknas två gånger, för de kom tillbaka.",
    "Siffran kommer från vår egen uppföljning {ar}.",
)
OKLART = (
    "Källan säger inget om hur länge man får vara med.",
    "Källan säger inte om det är kö just nu.",
    "Vi vet inte om den som bor i en annan kommun kan få plats.",
    "Källorna har olika uppgifter om vilket år det började.",
    "Det står inget om vem som betalar resor och mat.",
    "Källan nämner {part} men säger inte vad de gör.",
)
ORGANISATION_TEXT = (
    "Håller i arbetet varje dag.", "Betalar en halv tjänst sedan {ar}.",
    "Lånar ut lokaler och datorer.", "Med i styrgruppen sedan {ar}.",
    "Bidrar med {hjalpare} två dagar i veckan.",
)
FUNKTION = ("Mottagningen", "Samordnaren", "Receptionen", "Kursledarna", "Jobbcoacherna",
            "Vägledningen", "Anmälan", "Projektkontoret", "Enheten för stöd", "Växeln")
MATT = ("Deltagare", "Gick till jobb eller studier", "Nöjda med stödet", "Kostnad per år",
        "Platser", "Medverkande organisationer", "Kommuner som är med", "Längsta tid i insatsen")
GATOR = ("Påhittsgatan", "Lekmannavägen", "Sagostigen", "Diktargränd", "Fantasivägen",
         "Låtsastorget", "Drömstigen")

NAMN_START = ("", "Projekt ", "Team ", "Nya ", "Lilla ", "Öppna ", "Gröna ", "Unga ", "Mobila ",
              "Norra ", "Södra ", "Västra ", "Östra ", "Centrum för ", "Resurs ", "Metod ",
              "Kursen ", "Mötesplats ", "Studio ", "Verkstad ", "Rådet för ")
NAMN_FORST = ("Fram", "Kraft", "Lots", "Sam", "Mål", "Steg", "Mod", "Ljus", "Hamn", "Bro", "Kurs",
              "Spår", "Växt", "Hopp", "Styr", "Grund", "Tids", "Vind", "Häng", "Språk", "Yrkes",
              "Vardags", "Arbets", "Studie", "Hälso", "Natur", "Hant", "Lär", "Ung", "Nyckel",
              "Stjärn", "Morgon", "Lyft", "Segel", "Kompis", "Odlar", "Skogs", "Väst", "Vänd",
              "Driv", "Flyt", "Rot", "Sol", "Våg", "Berg", "Äng", "Gnist", "Kust", "Fjäll", "Torg")
NAMN_SIST = ("vägen", "porten", "huset", "bron", "lotsen", "steget", "kraften", "spåret",
             "kompassen", "nyckeln", "hjulet", "hamnen", "salen", "gården", "verket", "laget",
             "språnget", "lyftet", "slussen", "navet", "rummet", "taket", "fyren", "länken",
             "kedjan", "stegen", "trappan", "ringen", "bryggan", "axeln", "kojan", "taget",
             "rådet", "skolan", "banan", "klivet", "svängen", "torget", "lampan", "leden",
             "stigen", "grinden", "fönstret", "bordet", "snurran", "tråden", "knuten", "resan",
             "byn", "cirkeln")

LATTLAST = ("Du får hjälp här.", "Du får en plan.", "Någon går med dig.", "Du väljer takten.",
            "Det kostar inget.", "Du kan få ett jobb.", "Du kan börja läsa igen.")
LATTLAST_GOR = ("Ring till oss.", "Be någon du litar på om hjälp.", "Skriv ett mejl.")
ANDRA_SPRAK = {
    "en": (("You get help to find a job that suits you.", "You learn new things at your own pace.",
            "A coach goes with you all the way.", "We meet in a small group every week."),
           "Call us or send an e-mail."),
    "fi": (("Saat apua sopivan työn löytämiseen.", "Opit uutta omassa tahdissasi.",
            "Tapaamme pienessä ryhmässä joka viikko."), "Soita tai lähetä sähköpostia."),
    "so": (("Waxaad heleysaa caawimo shaqo.", "Waxaad wax ku baranaysaa xawligaaga."),
           "Na soo wac ama iimayl noo soo dir."),
    "ar": (("تحصل على مساعدة في العثور على عمل يناسبك.", "تتعلم أشياء جديدة بالسرعة التي تناسبك."),
           "اتصل بنا أو أرسل بريدا إلكترونيا."),
}  # fmt: skip

_BIT = re.compile(r"\{(\w+)\}")


def mening(mall: str, slump: Slump) -> str:
    """Return a sentence with a word in each of its places, and a capital first."""
    text = _BIT.sub(lambda bit: slump.one(BITAR[bit[1]]), mall)
    return text[0].upper() + text[1:]


def meningar(mallar: tuple[str, ...], slump: Slump, least: int, most: int) -> list[str]:
    """Return so many different sentences, in the order they stand."""
    return list(dict.fromkeys(mening(mall, slump) for mall in slump.some(mallar, least, most)))
