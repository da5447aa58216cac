"""The one settings file. `pelican` reads it as it stands; `guiden.py bygg` overrides the output
folder, the record folder and the site's address, hands over the records it has read, and nothing
else."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))  # the `pelican` command does not look for plugins beside its settings

from katalog import mail, phone, plugin, swedish  # noqa: E402
from katalog.prose import NoHtml  # noqa: E402
from katalog.publisher import load_publisher  # noqa: E402

# What the guide is.
UTGIVARE = load_publisher()
SITENAME = UTGIVARE.site
SITEURL = UTGIVARE.address
DEFAULT_LANG = "sv"
TIMEZONE = "Europe/Stockholm"
LOCALE = "C"  # the machine's own may be missing; order and dates are katalog/languages.py's
INSATSER = str(HERE / "insatser")

# Where things are. The plugin is named as a module, so that a broken one stops Pelican at once
# instead of leaving a site without insatser.
PATH = str(HERE / "content")
OUTPUT_PATH = str(HERE / "output")
THEME = str(HERE / "theme")
PLUGINS = [plugin]
LOAD_CONTENT_CACHE = False

# Links are relative, so that the site works under any sub-path and on any domain.
RELATIVE_URLS = True

# Prose pages only: no blog, no feeds, no tags, no authors.
PAGE_PATHS = ["sidor"]
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
ARTICLE_PATHS = []
STATIC_PATHS = ["filer"]  # copied as they are, to the root of the site
EXTRA_PATH_METADATA = {"filer/.nojekyll": {"path": ".nojekyll"}}
DIRECT_TEMPLATES = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
MARKDOWN = {"extension_configs": {}, "extensions": [NoHtml()], "output_format": "html5"}

# The address of an insats is its file name, for ever.
INSATS_URL = "insats/{slug}/"
INSATS_SAVE_AS = "insats/{slug}/index.html"

# Text from records is escaped, and a misspelt variable stops the build.
JINJA_ENVIRONMENT = plugin.jinja_environment()
JINJA_FILTERS = {
    "forsta_stor": swedish.upper_first,
    "telefon": phone.written,
    "ring": phone.link,
    "mejla": mail.link,
}
