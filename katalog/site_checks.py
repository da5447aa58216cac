"""What must hold for every finished site, checked on every build before it is published.

Comes in: the output folder, the catalogues it was made of, the site's address. Goes out: every
broken promise in Swedish (page or file, what is wrong, how to mend), and how much was checked.
"""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from katalog.catalog import Catalogs
from katalog.memory import Memory
from katalog.publisher import load_publisher
from katalog.site_data import data
from katalog.site_files import files
from katalog.site_heads import doubles, each_page, languages
from katalog.site_links import follow, reachable
from katalog.site_outside import leads_out
from katalog.site_read import Breach, read_site
from katalog.site_scripts import scripts
from katalog.site_search import search

# Everything a build promises, and nothing that no test has seen broken (test_site_checks.py).
PROMISES = {
    # Each page
    "taggar": "sidan går att läsa på bara ett sätt",
    "kanda-taggar": "sidan har bara taggar som inte kan göra något av sig själva",
    "rubrik": "en huvudrubrik på varje sida",
    "titel": "en titel på varje sida",
    "egen-titel": "ingen annan sida på språket har samma titel",
    "beskrivning": "en beskrivning på varje sida",
    "egen-beskrivning": "ingen annan sida på språket har samma beskrivning",
    "sprak": "sidan säger vilket språk den är på",
    "policy": "sidan har innehållspolicyn, som inte släpper in någon annan värd",
    "framling": "inget skript och ingen stil i sidan",
    "id": "varje id står en gång",
    "visar": "varje id som något pekar på finns",
    # Where pages lead
    "lankar": "varje länk leder till något",
    "ankare": "varje plats på en sida som en länk pekar på finns",
    "filer": "varje fil som en sida hämtar finns",
    "egna-filer": "inget hämtas från en annan värd",
    "flyttbar": "länkarna håller var guiden än ligger",
    "kanonisk": "sidan pekar ut sig själv som kanonisk",
    "alternat": "sidan och dess språk pekar på varandra, alla på alla",
    "sprakval": "en länk till ett språk leder till det språket",
    "nas-insats": "varje insats går att nå med länkar, på varje språk",
    "nas-sida": "varje annan sida går att nå med länkar, på varje språk",
    # What leads out
    "ofarlig": "varje länk ut är av ett slag som inte gör skada",
    "telefon": "varje telefonnummer går att ringa",
    "epost": "varje e-postadress är rätt skriven",
    "kalla": "varje nummer och adress som leder ut står i en källa",
    # Scripts, style sheets and data
    "import": "varje modul och stilmall som en annan hämtar finns",
    "hamtning": "varje adress som ett skript hämtar finns, på varje språk",
    "anvands": "varje fil i temat används",
    "lasbart": "varje fil med text eller data går att läsa",
    "data-insats": "varje insats som en sida nämner har en sida",
    "passar": "filtren och matchningen har just de insatser som finns",
    "sok-sidor": "varje sida som sökningen leder till finns",
    "sok-texter": "sökningen har posternas egna ord på varje språk",
    "texter": "skripten har sina texter på varje språk",
    "utan-nat": "det som sparas för att läsas utan nät är just det här bygget",
    "sokindex": "sökindexet har just de insatser som finns",
    "sokfiler": "sökindexets egna filer finns",
    # All files
    "forklarad": "varje fil förklaras av den som skriver den",
    "saknas": "allt som ska skrivas är skrivet",
    "skrap": "inga källor, kopior eller filer som datorn själv lägger dit",
    "tom": "ingen tom fil",
    "maskinen": "inget talar om var guiden byggdes",
    "localhost": "ingen adress som bara finns på datorn som byggde",
}


@dataclass(frozen=True)
class Checked:
    """What a check found, and how many links it followed."""

    breaches: list[Breach]
    links: int

    @property
    def complaints(self) -> list[str]:
        """Every breach as a line, sorted; what many files have in common is said once."""
        same: dict[str, list[str]] = defaultdict(list)
        for _, file, message in sorted(self.breaches, key=lambda breach: breach.file):
            same[message].append(file)
        return sorted(f"{file}: {message}{_more(others)}"
                      for message, (file, *others) in same.items())


def check(output: Path, catalogs: Catalogs, address: str | None = None,
          memory: Memory | None = None) -> Checked:
    """Check a finished site; without an address, the publisher's."""
    publisher = load_publisher()
    address = publisher.address if address is None else address
    site = read_site(output, catalogs, publisher, address.rstrip("/"), memory)
    followed = follow(site)
    found = [*site.breaches, *followed.breaches, *each_page(site), *doubles(site),
             *languages(site, followed), *reachable(site, followed), *leads_out(site, followed),
             *scripts(site, followed), *data(site), *search(site), *files(site)]
    told = {file for promise, file, _ in found if promise != "utan-nat"}  # in words that fit better
    return Checked([*found, *(each for each in site.unknown if each.file not in told)],
                   followed.count)


def _more(files: list[str]) -> str:
    if not files:
        return ""
    return f" Detsamma gäller {len(files)} till, bland annat {files[0]}."
