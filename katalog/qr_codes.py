"""A QR code of every insats page, for whoever holds it on paper.

Comes in: the output folder, the catalogues, the site's address. Goes out: qr.svg beside each insats
page in each language; nothing when nobody knows the address. A page asks for its code only when it
is printed.
"""

from pathlib import Path

import segno

from katalog.catalog import Catalogs
from katalog.memory import Memory


def write_qr_codes(
    output: Path, catalogs: Catalogs, address: str, memory: Memory | None = None
) -> None:
    """Write one SVG a page, black on white with the quiet border that readers need."""
    if not address:
        return
    for catalog in catalogs.values():
        for name in catalog.posts:
            place = f"{catalog.language.prefix}insats/{name}/"
            file, says = output / place / "qr.svg", f"{address}/{place}"
            if memory and memory.again(file, f"{place}qr.svg", says):
                continue
            code = segno.make(says, error="m", micro=False)
            code.save(str(file), kind="svg", border=4, light="white", omitsize=True)
