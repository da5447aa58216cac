"""Who publishes the guide: data in one settings file, utgivare.yaml.

Comes in: utgivare.yaml. Goes out: Publisher, or BadInput. An empty `namn` means demonstration.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from katalog import colours, strict_yaml
from katalog.paths import PUBLISHER, shown
from katalog.problems import BadInput, FieldPath, Problem, field_name
from katalog.schema import shape_findings
from katalog.textfile import read_text

# A real publisher must answer for these: DOS-lagen and the accessibility statement need them.
REQUIRED = ("epost", "webbadress", "organisationsnummer", "rapportadress", "svarsdagar")


@dataclass(frozen=True)
class Publisher:
    """The publisher, as the pages show it. Everything but the site's name may be empty."""

    site: str
    name: str = ""
    email: str = ""
    address: str = ""
    organisation_number: str = ""
    report_email: str = ""
    answer_days: int = 0  # within how many working days a report is answered
    issues: str = ""
    colours: dict[str, str] = field(default_factory=dict)  # {} means the guide's own
    keeps_offline: bool = True  # may pages be kept on visitors' devices, to be read without a net?

    @property
    def is_demo(self) -> bool:
        """True until somebody answers for the guide."""
        return not self.name


def load_publisher(path: Path = PUBLISHER) -> Publisher:
    """Return the publisher; raise BadInput with every problem of the file."""
    file = shown(path)
    text, odd = read_text(path)
    loaded = strict_yaml.load(text)
    data = loaded.data if isinstance(loaded.data, dict) else {}
    problems = [Problem(file, line, "", message) for line, message in odd]
    problems += [Problem(file, line, field_name(where), message)
                 for line, where, message in loaded.findings]
    shape = list(shape_findings(data, "utgivare"))
    weak = [] if shape else colours.findings(data.get("farger") or {})
    for where, message in [*shape, *_missing(data), *weak]:
        line = loaded.lines.get(where) or loaded.lines.get(where[:1], 1)
        problems.append(Problem(file, line, field_name(where), message))
    if problems:
        raise BadInput(problems)
    return Publisher(
        site=data["webbplats"],
        name=data.get("namn") or "",
        email=data.get("epost") or "",
        address=data.get("webbadress") or "",
        organisation_number=data.get("organisationsnummer") or "",
        report_email=data.get("rapportadress") or "",
        answer_days=data.get("svarsdagar") or 0,
        issues=data.get("arenden") or "",
        colours=colours.chosen(data.get("farger") or {}),
        keeps_offline=data.get("utan_nat") != "nej",
    )


def _missing(data: dict[str, Any]) -> list[tuple[FieldPath, str]]:
    if not data.get("namn"):
        return []
    return [((name,), "saknas. Utgivaren är ifylld, och då behövs uppgiften till sidfoten och "
                      "tillgänglighetsredogörelsen.") for name in REQUIRED if not data.get(name)]
