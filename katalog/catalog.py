"""The catalogue: sound records with what pages, lists and search need, worked out once.

Comes in: records without errors. Goes out: Catalog with one Post a record, and who stands in
which listing; once for every language, since order and words are the reader's.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from katalog.criteria import Criteria, load_criteria
from katalog.criteria import in_language as criteria_in_language
from katalog.languages import SOURCE, SWEDISH, Language, load_languages
from katalog.records import Record
from katalog.status import NOW, OVER, PERHAPS, planned_end, self_referral, stage, who_may_apply
from katalog.vocabularies import Vocabulary, homes, in_language, load_vocabularies

Data = dict[str, Any]
Catalogs = dict[str, "Catalog"]  # by language
STAGES = (NOW, PERHAPS, OVER)
ASK_FIRST = {"ja": "fraga", "nej": "fraga-handlaggare", "vet-inte": "kanske"}
BADGES = ("ja", "fraga", "nej", "fraga-handlaggare", "slut", "vidare", "samverkan", "delar",
          "kanske", "vet-inte")  # fmt: skip


@dataclass(frozen=True)
class Listing:
    """A kind of listing: its address, its vocabulary, and a record's values in it.

    With `unknown_matters`, records that state nothing are offered separately on every list.
    With `every_value`, each value gets a list when some record says `alla`.
    """

    slug: str
    vocabulary: str
    values: Callable[[Data], Iterable[str]]
    unknown_matters: bool = False
    every_value: bool = False


LISTINGS = (
    Listing("kommun", "kommun", lambda data: data["kommuner"], unknown_matters=True),
    Listing("malgrupp", "malgrupp", lambda data: data.get("malgrupp", [])),
    Listing("forsorjning", "forsorjning",
            lambda data: data.get("villkor", {}).get("forsorjning", []),
            unknown_matters=True, every_value=True),
    Listing("insatstyp", "insatstyp", lambda data: data["insatstyp"]),
    Listing("metod", "metod", lambda data: data.get("metod", [])),
    Listing("vag-in", "vem", who_may_apply),
    Listing("organisation", "organisation",
            lambda data: [item["organisation"] for item in data.get("organisationer", [])]),
)  # fmt: skip


@dataclass(frozen=True)
class Post:
    """A record as lists and search show it. `data` is the whole record."""

    id: str
    data: Data
    stage: str
    self_referral: str
    kommun_text: str
    is_whole: bool = False  # a larger project whose parts one turns to
    digest: str = ""  # of the file that it stands in

    @property
    def badge(self) -> str:
        """The answer of self-referral for a list: what an old source says is only something to ask
        about, one turns to the parts of a whole, and what was taken over leads on."""
        if self.stage == PERHAPS and self.self_referral in ASK_FIRST:
            return ASK_FIRST[self.self_referral]
        if self.is_whole and self.self_referral == "vet-inte":
            return "delar"
        taken_over = self.stage == OVER and self.data["livscykel"] == "implementerad"
        return "vidare" if taken_over else self.self_referral

    @property
    def planned_end(self) -> str:
        """When it was to end, '' if nobody knows."""
        return planned_end(self.data)

    @property
    def name(self) -> str:
        """The name as the service writes it."""
        return self.data["namn"]


@dataclass(frozen=True)
class Catalog:
    """All posts by id, in order of names, and the posts of every listing, in one language."""

    posts: dict[str, Post]
    lists: dict[str, dict[str, list[Post]]]  # {listing slug: {value: posts}}
    unknown: dict[str, list[Post]]  # {listing slug: posts that state nothing}
    parts: dict[str, list[Post]]  # {id of a larger project: the posts that are part of it}
    vocabularies: dict[str, Vocabulary]
    criteria: Criteria
    homes: dict[str, Data]  # {kommun: its own organisation}
    language: Language = SWEDISH


def make_catalogs(records: Iterable[Record], only: Iterable[str] | None = None) -> Catalogs:
    """Return one catalogue a language; Swedish is always there. `only` names some languages."""
    records = list(records)
    return {name: make_catalog(records, language) for name, language in load_languages().items()
            if only is None or name in (SOURCE, *only)}


def make_catalog(records: Iterable[Record], language: Language = SWEDISH) -> Catalog:
    """Return the catalogue of records that have no errors."""
    vocabularies = {name: in_language(words, language)
                    for name, words in load_vocabularies().items()}
    records = list(records)
    wholes = {whole for record in records for whole in record.data.get("del_av", [])}
    posts = [make_post(record, vocabularies["kommun"], language, record.id in wholes)
             for record in records]
    posts.sort(key=lambda post: language.sort_key(post.name))
    lists = {listing.slug: _grouped(listing, posts, vocabularies) for listing in LISTINGS}
    unknown = {listing.slug: _silent(listing, posts) for listing in LISTINGS}
    by_id = {post.id: post for post in posts}
    criteria = criteria_in_language(load_criteria(), language)
    return Catalog(by_id, lists, unknown, _parts(posts), vocabularies, criteria,
                   homes(vocabularies["organisation"]), language)


def with_record(record: Record, catalog: Catalog) -> Catalog:
    """Return a catalogue with one record as it is now; its lists are as they were."""
    post = make_post(record, catalog.vocabularies["kommun"], catalog.language,
                     record.id in catalog.parts)
    return replace(catalog, posts={**catalog.posts, record.id: post})


def by_stage(posts: Iterable[Post]) -> dict[str, list[Post]]:
    """Return the posts under what is there now, what perhaps is, and what is over; in each, what
    a resident can take part in comes before what authorities do together."""
    found: dict[str, list[Post]] = {name: [] for name in STAGES}
    for post in sorted(posts, key=lambda post: post.self_referral == "samverkan"):
        found[post.stage].append(post)
    return found


def make_post(record: Record, kommuner: Vocabulary, language: Language, is_whole: bool) -> Post:
    """Return a record as lists show it."""
    data = record.data
    names = [kommuner.label(kommun) for kommun in data["kommuner"]]
    text = language.and_list(names) or data.get("omrade", "")
    return Post(data["id"], data, stage(data), self_referral(data), text, is_whole, record.digest)


def _grouped(
    listing: Listing, posts: list[Post], vocabularies: dict[str, Vocabulary]
) -> dict[str, list[Post]]:
    found: dict[str, list[Post]] = defaultdict(list)
    for post in posts:
        for value in dict.fromkeys(listing.values(post.data)):
            found[value].append(post)
    everywhere = found.pop("alla", [])
    shown = [value for value in vocabularies[listing.vocabulary].values
             if value in found or (listing.every_value and everywhere and value != "alla")]
    order = {post.id: place for place, post in enumerate(posts)}
    return {value: sorted([*found[value], *everywhere], key=lambda post: order[post.id])
            for value in shown}


def _parts(posts: list[Post]) -> dict[str, list[Post]]:
    found: dict[str, list[Post]] = defaultdict(list)
    for post in posts:
        for whole in post.data.get("del_av", []):
            found[whole].append(post)
    return dict(found)


def _silent(listing: Listing, posts: list[Post]) -> list[Post]:
    """Posts a resident could take part in, whose record says nothing of this."""
    if not listing.unknown_matters:
        return []
    return [post for post in posts
            if not list(listing.values(post.data))
            and post.stage != OVER and post.data["inriktning"] == "individinriktad"]
