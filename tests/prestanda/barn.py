"""The real command line in a process of its own that tells afterwards where its time went.

    python -m tests.prestanda.barn FIL [--steg] bygg --ut MAPP …

Comes in: a file to write, and arguments as to `python -m katalog`. Goes out: the figures of
klocka.py as JSON. Without --steg nothing is watched but the search index, which is told apart
from the rest; what stands around that one call costs nothing.
"""

import json
import sys
from pathlib import Path

from tests.prestanda.klocka import Klocka

INDEX = "sökindex"
INDEX_ONLY = {INDEX: ("katalog.search:run_pagefind",)}
# The steps of a build, and the functions where each begins.
STEPS = {
    "läsa": ("katalog.records:load_records",),
    "kontrollera": ("katalog.records:_content_problems", "katalog.cross_checks:findings"),
    "gruppera": ("katalog.catalog:make_catalogs",),
    "rita": ("katalog.pages:all_pages", "katalog.pages:insats_page",
             "jinja2.environment:Template.render"),
    "skriva": ("pelican.writers:Writer.write_file", "katalog.publish:_let_everybody_read",
               "katalog.publish:_show"),
    INDEX: ("katalog.search:run_pagefind",),
    "datafiler": ("katalog.match_file:write_match_files", "katalog.qr_codes:write_qr_codes",
                  "katalog.scripts:write_scripts", "katalog.scripts:write_script_texts",
                  "katalog.styles:write_styles", "katalog.search:write_search",
                  "katalog.offline:write_offline"),
    "hela sajten": ("katalog.site_checks:check",),
}  # fmt: skip


def main(arguments: list[str]) -> int:
    """Build, and write the figures whatever comes of it."""
    file, *rest = arguments
    steps = rest[:1] == ["--steg"]
    clock = Klocka()
    from katalog.__main__ import main as katalog

    clock.watch(STEPS if steps else INDEX_ONLY)
    try:
        return katalog(rest[steps:])
    finally:
        clock.tick()
        Path(file).write_text(json.dumps(clock.steps), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
