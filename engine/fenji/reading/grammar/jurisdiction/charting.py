"""The first walk over the files of jurisdiction: what they declare by id."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.reading.grammar.documents import Documents
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.jurisdiction.charted import Charted, Link, Unit
from fenji.reading.grammar.once import once
from fenji.reading.grammar.problems import Problems
from fenji.reading.sources import Role

ACTIVITIES = "activities"
LISTS = (
    "territory",
    "departments",
    "matters",
    "licences",
    "edges",
    "principles",
    "rankings",
    "levels",
    "blind_spots",
)
"""The lists that a file of `jurisdiction/` may hold."""


def charted(problems: Problems, documents: Documents) -> Charted:
    """Everything that these files declare; of two of one id the first."""
    found = Charted()
    for name, fields in _entries(problems, documents):
        id_ = fields.text("id")
        place = fields.place_of("id")
        if not id_ or not once(problems, found.places, id_, place):
            continue
        found.places[id_] = place
        title = fields.label("title")
        if name == "departments":
            aliases = (word.text for word in fields.words("aliases"))
            found.departments[id_] = (title.zh, title.en, *aliases)
        elif name == "territory":
            found.territory[id_] = Unit(fields.text("level"), title)
        elif name == ACTIVITIES:
            found.activities[id_] = Link(fields.text("chain"), title)
        elif name == "matters":
            found.others[id_] = Link(fields.text("chain"), title)
        elif name == "licences":
            found.licences[id_] = title
    return found


def _entries(problems: Problems, documents: Documents) -> Iterator[tuple[str, Fields]]:
    for node in documents.items(Role.ACTIVITIES, ACTIVITIES, problems):
        yield ACTIVITIES, Fields(node, problems)
    for name in LISTS:
        for node in documents.items(Role.JURISDICTION, name, problems):
            yield name, Fields(node, problems)
