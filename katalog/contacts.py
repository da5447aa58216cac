"""Whom one can turn to about an insats: its ways in with their contacts, and the kommun's numbers.

Comes in: a record's data, the Catalog. Goes out: plain dicts for the pages.
"""

from typing import Any

from katalog.catalog import Catalog

Data = dict[str, Any]
MANY_KOMMUNER = 12


def ways_and_contacts(data: Data) -> tuple[list[Data], list[Data]]:
    """Return (ways in with their contacts in place of contact ids, all contacts) of a record that
    is filled (schema.filled)."""
    contacts = {contact["id"]: _contact(data, contact) for contact in data["kontakter"] or []}
    ways = [{**way, "kontakter": [contacts[name] for name in way["kontakt"] or []]}
            for way in data["vagar_in"]]
    return ways, list(contacts.values())


def _contact(data: Data, contact: Data) -> Data:
    """Return a contact with its first source, for "where did this number come from"."""
    sources = {source["id"]: source for source in data["kallor"]}
    return {**contact, "ursprung": sources[contact["kalla"][0]]}


def switchboards(data: Data, catalog: Catalog) -> list[Data]:
    """Return the municipal organisations of the record's kommuner: a number or a site each. None
    when the organisations are known and no kommun is among them: a kommun could not help."""
    organisations = catalog.vocabularies["organisation"].values
    involved = [organisations[item["organisation"]] for item in data.get("organisationer", [])]
    if involved and not any(entry.get("typ") == "kommun" for entry in involved):
        return []
    here = data["kommuner"]
    if "alla" in here:  # everywhere, so wherever the guide is, unless that is too many to list
        here = catalog.lists["kommun"] if len(catalog.lists["kommun"]) <= MANY_KOMMUNER else []
    homes = catalog.homes
    return [homes[kommun] for kommun in homes if kommun in here]
