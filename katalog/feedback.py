"""What a visitor can send about a page: a text to mail, file or copy.

Comes in: the insats, the answer and the page's address. Goes out: the text, with lines for the
visitor to fill in. It holds nothing about the visitor. It is in Swedish whatever the page is in,
for the one who reads it.
"""

from katalog.catalog import Post
from katalog.languages import N_, SWEDISH
from katalog.sources import newest_source, source_text

ANSWERS = {"stammer": N_("Uppgifterna stämmer"), "fel": N_("Något stämmer inte")}
# {vocabulary: the line that its chosen value is written on}
LINES = {"falt": "Gäller:", "avvikelse": "Fel:"}
WARNING = N_("Skriv inget om din hälsa. Skriv inga personnamn.")
ASKED = {"stammer": "Skriv här hur du vet det:", "fel": "Skriv här hur det borde stå:"}


def subject(post: Post, answer: str) -> str:
    """Return the subject of the mail, with the record's id."""
    return f"{ANSWERS[answer]}: {post.id}"


def text(post: Post, answer: str, address: str) -> str:
    """Return the prepared text."""
    chosen = LINES.values() if answer == "fel" else ()
    return "\n".join([
        f"{ANSWERS[answer]}.",
        f"Insats: {post.name} ({post.id})",
        f"Sida: {address}",
        f"Nyaste källan: {source_text(newest_source(post.data), SWEDISH)}",
        *chosen,
        f"{ASKED[answer]} ",
        "",
        f"({WARNING})",
    ])  # fmt: skip
