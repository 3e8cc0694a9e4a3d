"""Loading a release: where it is found, what refuses it as a whole, and its cache."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from fenji.model.diagnostic import Refused
from fenji.model.place import Place
from fenji.reading.cache import cache_folder
from fenji.reading.codec import Undecodable, decode, encode
from fenji.reading.release import load_release
from fenji.reading.sources import Role, read_sources, release_folder, source_texts
from tests.reading.grammar.small_folder import BASE, mines, write_folder
from tests.reading.grammar.test_conditions import OTHERS

RULES = mines(
    "rules:\n  - {id: a, title: 甲, title_en: a, when: {flooded: true}, finding: element}\n"
)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("FENJI_CACHE", str(folder))
    return folder


def _refused(folder: Path) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as caught:
        load_release(folder, cache=False)
    return [(str(d.place), d.id) for d in caught.value.diagnostics]


def test_the_checkouts_rules_come_first() -> None:
    assert release_folder() == Path(__file__).parents[2] / "rules"


def test_files_are_sorted_and_known_by_their_place(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {**RULES, **OTHERS, "02_mines/rules_test.yaml": "- case: x\n"})
    assert [(file.path, file.role) for file in read_sources(folder).files] == [
        ("rules/02_mines/rules.yaml", Role.RULES),
        ("rules/02_mines/sector.yaml", Role.SECTOR),
        ("rules/facts/mines.yaml", Role.FACTS),
        ("rules/instruments.yaml", Role.INSTRUMENTS),
        ("rules/policy/parameters.yaml", Role.PARAMETERS),
        ("rules/tables/widths.csv", Role.FIGURES),
        ("rules/tables/widths.yaml", Role.TABLE),
        ("rules/units.yaml", Role.UNITS),
    ]


def test_carets_can_be_drawn_from_the_sources(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, RULES)
    assert source_texts(folder)["rules/instruments.yaml"] == BASE["instruments.yaml"]


def test_a_folder_that_is_missing_or_empty_is_refused(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere"
    assert _refused(missing) == [(f"{missing}:1:1", "file-not-found")]
    assert _refused(tmp_path) == [(f"{tmp_path}:1:1", "no-rules")]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_file_that_cannot_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_folder(tmp_path, RULES)
    (folder / "facts" / "gone.yaml").symlink_to(tmp_path / "nothing-there")
    assert ("rules/facts/gone.yaml:1:1", "unreadable-file") in _refused(folder)


def test_all_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    folder = write_folder(
        tmp_path,
        {
            **mines(
                "rules:\n  - {id: a, title: 甲, title_en: a, when: {flood: true}, finding: element}\n"
            ),
            "02_mines/more.yaml": "sector: mine\nrules: []\n",
            "facts/more.yaml": "facts:\n  pit: []\n",
        },
    )
    found = {kind for _, kind in _refused(folder)}
    assert {"unknown-fact", "unknown-sector", "unknown-entity"} <= found


def test_what_an_unreadable_file_declares_is_not_called_unknown(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {**RULES, "facts/mines.yaml": "facts: ["})
    assert {path.partition(":")[0] for path, _ in _refused(folder)} == {"rules/facts/mines.yaml"}


def test_decoded_is_built_with_its_places(tmp_path: Path) -> None:
    built = load_release(write_folder(tmp_path, {**RULES, **OTHERS}), cache=False)
    again = decode(encode(built))
    assert again == built
    assert _places(again) == _places(built)


def test_the_shipped_rules_survive_the_cache() -> None:
    built = load_release(cache=False)
    again = decode(encode(built))
    assert again == built
    assert _places(again) == _places(built)


def _places(value: object) -> list[Place]:
    if isinstance(value, Place):
        return [value]
    if isinstance(value, tuple):
        return [place for item in value for place in _places(item)]
    if isinstance(value, dict):
        return [place for item in value.values() for place in _places(item)]
    if is_dataclass(value):
        return [p for f in fields(value) for p in _places(getattr(value, f.name))]
    return []


def test_a_second_load_comes_from_the_cache(cache: Path, tmp_path: Path) -> None:
    folder = write_folder(tmp_path, RULES)
    first = load_release(folder)
    code = (
        "import sys; from pathlib import Path; from fenji.reading.release import load_release\n"
        f"print(load_release(Path({str(folder)!r})).digest)\n"
        "print([m for m in ('yaml', 'jsonschema', 'fenji.reading.grammar') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines() == [first.digest, "[]"]


def test_a_change_of_one_byte_is_read_anew(cache: Path, tmp_path: Path) -> None:
    folder = write_folder(tmp_path, RULES)
    before = load_release(folder)
    write_folder(
        tmp_path,
        {n: (t or "").replace("flooded: true", "flooded: false") for n, t in RULES.items()},
    )
    assert load_release(folder) != before


def test_damage_in_the_cache_goes_unnoticed(cache: Path, tmp_path: Path) -> None:
    folder = write_folder(tmp_path, RULES)
    first = load_release(folder)
    (kept,) = cache.glob("*.release")
    whole = kept.read_bytes()
    for damaged in (b"", whole[:40], whole[:-1], whole[:60] + b"\0" + whole[61:]):
        kept.write_bytes(damaged)
        assert load_release(folder) == first
        assert kept.read_bytes() == whole


def test_a_cache_that_cannot_be_written_is_done_without(cache: Path, tmp_path: Path) -> None:
    cache.write_text("a file where the folder should be")
    assert load_release(write_folder(tmp_path, RULES)).rules


def test_only_the_last_releases_are_kept(cache: Path, tmp_path: Path) -> None:
    for number in range(10):
        law = BASE["instruments.yaml"].replace("第1号", f"第{number}号")
        load_release(write_folder(tmp_path, {**RULES, "instruments.yaml": law}))
    assert len(list(cache.iterdir())) == 8


def test_the_cache_is_where_the_platform_keeps_such_things(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FENJI_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "/caches")
    monkeypatch.setattr(sys, "platform", "linux")
    assert cache_folder() == Path("/caches/fenji")


def test_nothing_but_nouns_of_the_model_is_ever_built() -> None:
    import msgspec

    for module, name in (("subprocess", "Popen"), ("fenji.model.value", "hull")):
        data = msgspec.msgpack.encode([[], [], [], [], [[[module, name, []], 1, []]], [], 0])
        with pytest.raises(Undecodable):
            decode(data)
    with pytest.raises(Undecodable):
        decode(b"no pool")
