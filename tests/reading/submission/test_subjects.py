"""Who it is about, how many there are in a file, and the digest of what is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenji.model.diagnostic import Refused
from fenji.model.value import one
from fenji.reading.document import read_document
from fenji.reading.submission import read_submissions, same_ids, submission_from
from fenji.reading.submission.credit_code import ALPHABET, check_digit, has_shape
from tests.reading.submission.reading import CODE, RELEASE, help_of, ids, submitted

FACTS = """
subject: {kind: enterprise, id: 91341522MA2N00000J, name: 虚拟矿业}
facts:
  employees: 186
  mine:
    - {id: a, exit_spacing_m: 29.9, blocked: false}
determinations:
  - {matter: rating, value: A, authority: 市局, at: 2025-11-20}
"""


def test_the_header_is_read() -> None:
    found = submitted(FACTS)
    assert (found.subject_kind, found.id, found.name) == ("enterprise", CODE, "虚拟矿业")
    assert found.root.id == CODE
    assert found.root.facts["subject_kind"].value == one("enterprise")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("facts: {}", "missing-subject"),
        ("subject: 虚拟矿业\nfacts: {}", "missing-subject"),
        (f"subject: {{id: {CODE}}}\nfacts: {{}}", "missing-key"),
        ("subject: {kind: park}\nfacts: {}", "missing-key"),
        ("subject: {kind: park, id: p1}", "missing-facts"),
        ("subject: {kind: park, id: p1}\nfacts: []", "missing-facts"),
        ("subject: {kind: prak, id: p1}\nfacts: {}", "unknown-choice"),
        ("subject: {kind: park, id: [p1]}\nfacts: {}", "not-text"),
        ("subject: {kind: park, id: p1}\nfacts: {subject_kind: enterprise}", "misplaced-fact"),
        ("[subject]", "wrong-shape"),
    ],
)
def test_a_subject_that_is_not_said_is_refused(text: str, problem: str) -> None:
    assert ids(submitted, text) == [problem]


def test_only_enterprises_are_known_by_a_credit_code() -> None:
    assert submitted("subject: {kind: park, id: p1}\nfacts: {}").id == "p1"


@pytest.mark.parametrize(
    ("code", "step"),
    [
        ("91341522MA2N000008", "it should be `J` if the first 17 are right; compare the licence"),
        ("91341522ma2n00000j", "write `91341522MA2N00000J`"),
        ("9134152２MA2N00000J", "write `91341522MA2N00000J`"),
        (
            "91341522MA2N0O000J",
            "a code never has `O` in it (nor the letters I, O, S, V, Z)",
        ),
        ("x", "copy the 18 characters from the business licence"),
    ],
)
def test_a_wrong_code_is_refused(code: str, step: str) -> None:
    def read(text: str) -> object:
        return submitted(f"subject: {{kind: enterprise, id: '{text}'}}\nfacts: {{}}")

    assert ids(read, code) == ["wrong-credit-code"]
    assert help_of(read, code) == step


def test_the_example_of_the_standard_has_its_check_digit() -> None:
    assert check_digit("91350100M000100Y4") == "3"


def test_unchecked_ids_may_be_short_but_not_wrong_codes() -> None:
    node = read_document(b"subject: {kind: enterprise, id: x}\nfacts: {}", "a.yaml")
    assert submission_from(node, RELEASE, check_codes=False).id == "x"
    wrong = read_document(
        b"subject: {kind: enterprise, id: 91341522MA2N000008}\nfacts: {}", "a.yaml"
    )
    with pytest.raises(Refused):
        submission_from(wrong, RELEASE, check_codes=False)


@given(
    st.text(ALPHABET, min_size=17, max_size=17),
    st.integers(0, 17),
    st.integers(1, len(ALPHABET) - 1),
)
def test_changing_one_character_of_a_code_is_always_noticed(body: str, at: int, by: int) -> None:
    code = body + check_digit(body)
    other = ALPHABET[(ALPHABET.index(code[at]) + by) % len(ALPHABET)]
    changed = code[:at] + other + code[at + 1 :]
    assert has_shape(changed)
    assert check_digit(changed[:-1]) != changed[-1]


AS_JSON = """
{"facts": {"mine": [{"blocked": false, "exit_spacing_m": "29.90 m", "id": "a"}],
  "county": null, "employees": 186.0},
 "determinations": [{"at": "2025-11-20", "authority": "市局", "value": "A", "matter": "rating"}],
 "subject": {"name": "虚拟矿业", "id": "91341522MA2N00000J", "kind": "enterprise"}}
"""


def test_the_digest_is_of_what_is_said_and_not_of_how() -> None:
    from_json = submission_from(read_document(AS_JSON.encode(), "facts.json"), RELEASE)
    assert from_json == submitted(FACTS) or from_json.digest == submitted(FACTS).digest
    assert len(from_json.digest) == 64
    assert from_json.digest == submitted(FACTS).digest


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("29.9", "29.90000001"),
        ("blocked: false", "blocked: true"),
        ("id: a", "id: b"),
        ("186", "{value: 186, source: register}"),
        ("value: A", "value: B"),
        ("employees: 186", "employees: null"),
        ("虚拟矿业", "虚构矿业"),
        ("mine:\n    - {", "mine:\n    - {}\n    - {"),
    ],
)
def test_whatever_is_said_otherwise_changes_the_digest(old: str, new: str) -> None:
    assert submitted(FACTS.replace(old, new)).digest != submitted(FACTS).digest


def test_a_file_holds_one_or_several(tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    park = "{subject: {kind: park, id: p%d}, facts: {}}"
    for text, expected in (
        (park % 1, ["p1"]),
        (f"[{park % 1}, {park % 2}]", ["p1", "p2"]),
        (f"subjects: [{park % 1}, {park % 2}]", ["p1", "p2"]),
    ):
        file.write_text(text, "utf-8")
        assert [found.id for found in read_submissions(file, RELEASE)] == expected


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("[]", ["no-subject"]),
        ("subjects: []", ["no-subject"]),
        ("words", ["no-subject"]),
        ("{subjects: [], more: 1}", ["unknown-key"]),
        (
            "- {subject: {kind: park, id: p}, facts: {}}\n"
            "- {subject: {kind: park, id: p}, facts: {}}\n",
            ["same-subject"],
        ),
        (
            "- {subject: {kind: park, id: p}, facts: {mien: []}}\n"
            "- {subject: {kind: park, id: q}, facts: {employees: -1}}\n",
            ["unknown-fact", "out-of-range"],
        ),
    ],
)
def test_a_file_is_refused_with_all_its_problems(
    text: str, problems: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text(text, "utf-8")

    def read(_: str) -> object:
        return read_submissions(file, RELEASE)

    assert ids(read, "") == problems


def test_one_id_in_two_files_is_found() -> None:
    one_file = read_document(FACTS.encode(), "a.yaml")
    other = read_document(FACTS.encode(), "b.yaml")
    (found,) = same_ids([submission_from(one_file, RELEASE), submission_from(other, RELEASE)])
    assert found.place.path == "b.yaml"
    assert "a.yaml:2" in found.message.en
