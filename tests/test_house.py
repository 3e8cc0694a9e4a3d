"""The house: what stands where, what may not be in it, and what an install carries."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import gettempdir

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

TOP_LEVEL = [
    "engine/fenji",
    "rules",
    "rules/facts",
    "rules/tables",
    "rules/policy",
    "sector_checklists",
    "cli.py",
    "tests",
    "bench",
    "docs/adr",
    "examples",
    "script/demo",
    "script/test",
    "script/bench",
    ".ci/run",
    "pyproject.toml",
    "README.md",
    "README.zh-CN.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
]

NAMES_THAT_SAY_NOTHING = re.compile(r"(^|_)(utils?|helpers?|common|managers?|misc)(_|$)")
HOMES = re.compile(r"(?<![\w.}-])/(?:[r]oot|[h]ome/\w+|[U]sers/\w+)/")
UNFINISHED = re.compile(r"\b(?:T[O]DO|F[I]XME|X[X]X|H[A]CK|NotImplemented[E]rror)\b")


def files_of_the_project() -> list[Path]:
    """Every file that git keeps or would keep."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    paths = (ROOT / name.decode() for name in listed.split(b"\0") if name)
    return [path for path in paths if path.is_file()]


def lines_that_match(pattern: re.Pattern[str], files: list[Path]) -> Iterator[str]:
    for path in files:
        text = path.read_bytes().decode("utf-8", "replace")
        for number, line in enumerate(text.splitlines(), 1):
            if pattern.search(line):
                yield f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"


@pytest.mark.parametrize("name", TOP_LEVEL)
def test_the_top_level_is_there(name: str) -> None:
    assert (ROOT / name).exists()


def test_no_file_of_the_engine_is_past_400_lines() -> None:
    sources = (ROOT / "engine").rglob("*.py")
    lengths = {str(p.relative_to(ROOT)): len(p.read_text("utf-8").splitlines()) for p in sources}
    assert {name: length for name, length in lengths.items() if length > 400} == {}


def test_every_file_of_the_engine_says_what_it_is() -> None:
    sources = [p for p in (ROOT / "engine").rglob("*.py") if p.stat().st_size > 0]
    silent = [p for p in sources if not p.read_text("utf-8").startswith(('"""', 'r"""'))]
    assert silent == []


def test_no_name_says_nothing() -> None:
    code = [p for p in files_of_the_project() if p.suffix in {".py", ".yaml"}]
    names = {part for path in code for part in path.relative_to(ROOT).with_suffix("").parts}
    assert {name for name in names if NAMES_THAT_SAY_NOTHING.search(name)} == set()


def test_nothing_is_left_unfinished() -> None:
    written = {".py", ".yaml", ".md", ".toml", ""}
    files = [p for p in files_of_the_project() if p.suffix in written]
    assert list(lines_that_match(UNFINISHED, files)) == []


def test_no_file_names_a_place_on_somebody_s_machine() -> None:
    here = {str(ROOT), f"{ROOT.parent}/", f"{Path.home()}/"} - {f"{gettempdir()}/", "//", "/tmp/"}
    here |= {value for name, value in os.environ.items() if "INDEX_URL" in name and value}
    places = map(re.escape, sorted(here))
    pattern = re.compile("|".join([HOMES.pattern, *places]))
    assert list(lines_that_match(pattern, files_of_the_project())) == []


@pytest.mark.parametrize("name", ["run", "dev"])
def test_a_lock_has_hashes_and_no_address(name: str) -> None:
    lock = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    assert re.search(r"://|^\s*-", lock.replace("--hash=", ""), re.MULTILINE) is None
    pins = re.findall(
        r"^\S+==[^\n]*\n((?:    --hash=sha256:[0-9a-f]{64}.*\n)*)", lock, re.MULTILINE
    )
    assert pins
    assert all(pins)


def test_the_lock_holds_every_dependency() -> None:
    groups = PROJECT["dependency-groups"]
    listed = [*PROJECT["project"]["dependencies"], *groups["build"], *groups["dev"]]
    asked = {name_of(entry) for entry in listed if isinstance(entry, str)}
    lock = (ROOT / "requirements" / "dev.txt").read_text("utf-8")
    assert asked - {name_of(line) for line in lock.splitlines() if "==" in line} == set()


def name_of(requirement: str) -> str:
    """The name of a package, as the index spells it."""
    name = re.match(r"[\w.-]+", requirement)
    assert name is not None
    return re.sub(r"[-_.]+", "-", name.group()).lower()


def test_all_names_every_extra() -> None:
    extras = PROJECT["project"]["optional-dependencies"]
    named = set(re.findall(r"[\w-]+", extras["all"][0].partition("[")[2]))
    assert named == set(extras) - {"all"}


@pytest.mark.parametrize("path", [*sorted((ROOT / "script").iterdir()), ROOT / ".ci" / "run"])
def test_a_script_runs_by_its_name_and_stops_at_an_error(path: Path) -> None:
    assert os.access(path, os.X_OK)
    lines = path.read_text("utf-8").splitlines()
    assert lines[0] == "#!/usr/bin/env bash"
    assert "set -euo pipefail" in lines
    assert subprocess.run(["bash", "-n", path], check=False).returncode == 0


def test_imports_point_downwards() -> None:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as run; run()",
    ]
    done = subprocess.run(
        [*command, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_front_door_is_light() -> None:
    heavy = ["click", "jsonschema", "msgspec", "networkx", "rich", "rich_click", "yaml"]
    script = f"import fenji, sys; print([name for name in {heavy} if name in sys.modules])"
    assert said_by(script, ROOT / "engine") == "[]"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked as an install would lay it down."""
    made = tmp_path_factory.mktemp("wheel")
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(made), versions=["standard"])
    with zipfile.ZipFile(built) as archive:
        archive.extractall(made / "site")
    return made / "site"


@pytest.mark.parametrize("name", ["rules", "sector_checklists"])
def test_the_wheel_carries_what_policy_staff_write(wheel: Path, name: str) -> None:
    held = {p.relative_to(ROOT) for p in files_of_the_project() if ROOT / name in p.parents}
    carried = wheel / "fenji" / "data"
    assert {p.relative_to(carried) for p in (carried / name).rglob("*") if p.is_file()} == held


def test_the_wheel_puts_one_name_into_an_environment(wheel: Path) -> None:
    names = {p.name for p in wheel.iterdir()}
    assert {name for name in names if not name.endswith(".dist-info")} == {"fenji"}


def test_the_wheel_reads_the_rules_it_carries(wheel: Path) -> None:
    assert said_by(DIGEST, wheel) == said_by(DIGEST, ROOT / "engine")


def test_a_checkout_reads_its_own_rules(wheel: Path, tmp_path: Path) -> None:
    """Not the copies that an editable install left in the environment when it was made."""
    stale = tmp_path / "fenji" / "data"
    stale.mkdir(parents=True)
    (stale / "rules").mkdir()
    assert said_by(DIGEST, tmp_path, ROOT / "engine") == said_by(DIGEST, wheel)


DIGEST = "from fenji.reading.release import load_release; print(load_release(cache=False).digest)"


def said_by(script: str, *places: Path) -> str:
    """What a fresh Python prints that looks for packages there first."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, places))}
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=places[0],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
