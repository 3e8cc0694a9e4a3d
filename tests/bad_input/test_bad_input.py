"""Whatever is wrong with what is given is said at its place, with one next step, in both languages.

`cases/*.yaml`: `run` is the command line; `files` are put in the folder where it runs (a text, or
`hex`, `megabytes`, `folder`, `link`); `edit` and `add` change a copy of the small release, which is
then `rules`. `problems` are all that is to be said, as `path:line:column: id`; `zh` and `en` are what
is said where there is no place. With `kept` the whole of it is compared with a file.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.commands.running import run
from tests.kept_output import assert_as_kept

HERE = Path(__file__).parent
RULES = HERE / "rules"
CASES = [
    case
    for file in sorted((HERE / "cases").glob("*.yaml"))
    for case in yaml.safe_load(file.read_text("utf-8"))
]
MEGABYTE = 1024 * 1024

_SAID = re.compile(r"^(\S+:\d+:\d+): (?:警告：|warning: )?([a-z0-9-]+): (.+)$", re.MULTILINE)
_STEP = {"zh": "下一步：", "en": "help: "}
_CHINESE = re.compile("[\u4e00-\u9fff]")


def test_no_case_has_the_name_of_another() -> None:
    names = [case["case"] for case in CASES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_it_is_said_where_and_what_to_do(
    case: dict[str, Any], language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FENJI_CACHE", str(tmp_path.parent / "fenji-cache"))
    _write(tmp_path, case.get("files", {}))
    stdin = case.get("stdin")
    result = run(*_arguments(case, tmp_path), "--lang", language, stdin=stdin)
    said = result.stdout + result.stderr
    found = _SAID.findall(said)
    assert result.exit_code == case["exit"]
    assert [f"{place}: {id_}" for place, id_, _ in found] == case.get("problems", [])
    assert said.count(_STEP[language]) == max(1, len(found))
    for _, _, message in found:
        outside = re.sub("`[^`]*`", "", message)
        assert bool(_CHINESE.search(outside)) is (language == "zh"), message
    assert case.get(language, "") in said
    if case.get("kept"):
        assert_as_kept(f"bad_input_{case['kept']}.{language}.txt", said)


def _arguments(case: dict[str, Any], folder: Path) -> list[str]:
    release = RULES
    if "edit" in case or "add" in case:
        release = folder / "rules"
        _change(shutil.copytree(RULES, release), case)
    if case["run"][0] == "classify":
        return [*case["run"], "--as-of", "2026-03-01", "--rules", str(release)]
    return list(case["run"])


def _change(release: Path, case: dict[str, Any]) -> None:
    for name, (before, after) in case.get("edit", {}).items():
        text = (release / name).read_text("utf-8")
        assert before in text
        (release / name).write_text(text.replace(before, after), "utf-8")
    for name, text in case.get("add", {}).items():
        with (release / name).open("a", encoding="utf-8") as file:
            file.write(text)


def _write(folder: Path, files: dict[str, Any]) -> None:
    for name, holds in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        match holds:
            case str():
                path.write_text(holds, "utf-8")
            case {"hex": digits}:
                path.write_bytes(bytes.fromhex(digits))
            case {"folder": True}:
                path.mkdir()
            case {"link": to}:
                path.symlink_to(to)
            case {"megabytes": size}:
                with path.open("wb") as file:
                    file.truncate(size * MEGABYTE)
