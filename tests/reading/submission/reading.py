"""Short ways to read YAML as facts, and to say what is refused."""

from __future__ import annotations

import pytest

from fenji.model.diagnostic import Refused
from fenji.model.submission import Entity, Fact, Submission
from fenji.reading.document import read_document
from fenji.reading.submission import submission_from
from tests.reading.small_release import small_release

RELEASE = small_release()
CODE = "91341522MA2N00000J"


def submitted(text: str) -> Submission:
    """The submission that YAML makes."""
    return submission_from(read_document(text.encode(), "facts.yaml"), RELEASE)


def about(facts: str) -> Submission:
    """The submission of one enterprise with these facts, written as one flow mapping."""
    return submitted(f"subject: {{kind: enterprise, id: {CODE}}}\nfacts: {facts}\n")


def mine(facts: str) -> Entity:
    """A mine with these facts."""
    return about(f"{{mine: [{facts}]}}").root.children["mine"].items[0]


def substance(facts: str) -> Entity:
    """A substance with these facts."""
    unit = about(f"{{hazard_unit: [{{substance: [{facts}]}}]}}").root.children["hazard_unit"]
    return unit.items[0].children["substance"].items[0]


def spacing(answer: str) -> Fact:
    """The answer to a number in metres that is not negative."""
    return mine(f"{{exit_spacing_m: {answer}}}").facts["exit_spacing_m"]


def refused(read: object, text: str) -> Refused:
    """What reading that text is refused with."""
    assert callable(read)
    with pytest.raises(Refused) as caught:
        read(text)
    for found in caught.value.diagnostics:
        assert found.place.line > 0, found
        assert found.message.zh, found
        assert found.message.en, found
        assert found.help is not None, found
    return caught.value


def ids(read: object, text: str) -> list[str]:
    """The ids of the problems for which that text is refused."""
    return [found.id for found in refused(read, text).diagnostics]


def help_of(read: object, text: str) -> str:
    """The next step that the only problem of that text offers."""
    (found,) = refused(read, text).diagnostics
    assert found.help is not None
    return found.help.en
