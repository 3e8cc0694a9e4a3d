"""Help, languages, exit codes, and what is said of bad usage."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fenji.commands.group import COMMANDS
from fenji.commands.language import language_of
from fenji.writing.display_width import display_width
from tests.commands.running import RULES, SITES, TOO_CLOSE, run
from tests.kept_output import assert_as_kept

ROOT = Path(__file__).parent.parent.parent
CLI = [sys.executable, str(ROOT / "cli.py")]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_help_is_as_kept(language: str) -> None:
    result = run("--help", "--lang", language)
    assert result.exit_code == 0
    assert_as_kept(f"help.{language}.txt", result.stdout)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself(command: str, language: str) -> None:
    result = run(command, "--lang", language, "--help")
    assert result.exit_code == 0
    assert f"fenji {command}" in result.stdout.splitlines()[0]
    assert ("退出码" if language == "zh" else "Exit codes") in result.stdout
    assert max(display_width(line) for line in result.stdout.splitlines()) <= 80
    assert_as_kept(f"help_{command}.{language}.txt", result.stdout)


def test_no_arguments_is_help() -> None:
    assert "classify" in run().output


def test_the_version_is_said() -> None:
    from fenji.version import VERSION

    assert run("--version").stdout == f"fenji {VERSION}\n"


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "zh"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "C.UTF-8"}, "zh"),
        ([], {"LANG": "de_DE"}, "zh"),
        ([], {"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US"}, "zh"),
        ([], {"FENJI_LANG": "en", "LC_ALL": "zh_CN"}, "en"),
        (["--lang", "en"], {"FENJI_LANG": "zh"}, "en"),
        (["classify", "--lang=zh", "x"], {"FENJI_LANG": "en"}, "zh"),
        (["--lang", "fr"], {"FENJI_LANG": "en"}, "en"),
    ],
)
def test_the_language_is_by_option_then_locale_then_chinese(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    assert language_of(arguments, environment) == language


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (["clasify"], "没有命令 `clasify`", "did you mean `classify`?"),
        (["zzz"], "命令有：classify、", "the commands are classify, "),
        (["classify", "--explian"], "没有选项 `--explian`", "did you mean `--explain`?"),
        (["classify"], "缺少 PATH", "PATH… is missing"),
        (
            ["--lang", "fr"],
            "--lang 不能是 `fr`，可以是 zh、en",
            "--lang cannot be `fr`: it can be zh, en",
        ),
        (["--lang"], "--lang 后面缺少值", "--lang wants a value after it"),
        (["classify", "x", "--explain=3"], "--explain 后面不能有值", "--explain takes no value"),
        (
            ["test", "--jobs", "0"],
            "--jobs 不能是 `0`，可以是不小于 1 的整数",
            "a whole number from 1 on",
        ),
        (["test", "--jobs", "two"], "--jobs 不能是 `two`", "--jobs cannot be `two`"),
        (["facts", "a", "b c"], "多出了 `b c`", "`b c` is too much"),
        (["classify", ""], "有一个路径是空的", "one of the paths is empty"),
        (["check", ""], "有一个路径是空的", "one of the paths is empty"),
        (["facts", "--rules", ""], "有一个路径是空的", "one of the paths is empty"),
    ],
)
def test_bad_usage_is_said_in_both_languages(arguments: list[str], zh: str, en: str) -> None:
    chinese, english = run(*arguments), run(*arguments, FENJI_LANG="en")
    assert chinese.exit_code == english.exit_code == 2
    assert zh in chinese.stderr
    assert en in english.stderr
    assert "下一步：" in chinese.stderr
    assert "help: " in english.stderr or "did you mean" in english.stderr
    assert chinese.stdout == english.stdout == ""


def test_a_checkout_runs_without_installing(tmp_path: Path) -> None:
    done = _spawned(["classify", TOO_CLOSE, "--rules", RULES, "--lang", "en"], cwd=tmp_path)
    assert done.returncode == 0
    assert "major (red)" in done.stdout.decode()
    assert b"\x1b" not in done.stdout


def test_a_checkout_that_is_not_set_up_says_so() -> None:
    done = subprocess.run(
        [sys.executable, "-S", str(ROOT / "cli.py"), "rules"], capture_output=True, check=False
    )
    assert done.returncode == 2
    assert "script/setup" in done.stderr.decode("utf-8")
    assert b"Traceback" not in done.stderr


def test_without_standard_input_it_says_so() -> None:
    code = "import sys; sys.stdin = None; from fenji.commands import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "classify", "-", "--rules", RULES, "--lang", "en"],
        env=os.environ | {"PYTHONPATH": str(ROOT / "engine")},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith(b"error: there is no standard input")


def test_chinese_comes_out_in_a_locale_that_has_none() -> None:
    done = _spawned(
        ["facts", "--rules", RULES], LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii"
    )
    assert done.returncode == 0
    assert "出口间距" in done.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_traceback() -> None:
    with subprocess.Popen(
        [*CLI, "classify", SITES, "--rules", RULES, "--explain"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert process.returncode == 141
    assert said == b""


def test_columns_says_how_wide_piped_output_is() -> None:
    wide = _spawned(["rules", "--rules", RULES, "--lang", "en"], COLUMNS="100").stdout.decode()
    narrow = _spawned(["rules", "--rules", RULES, "--lang", "en"], COLUMNS="44").stdout.decode()
    assert max(display_width(line) for line in narrow.splitlines()) <= 44
    assert len(narrow.splitlines()) > len(wide.splitlines())


@pytest.mark.parametrize(
    "module", ["yaml", "jsonschema", "networkx", "msgspec", "fenji.reading.grammar"]
)
def test_the_help_imports_nothing_heavy(module: str) -> None:
    code = (
        "import sys; from fenji.commands.group import fenji\n"
        "try: fenji(['--help'])\n"
        "except SystemExit: print(sorted(sys.modules), file=sys.stderr)"
    )
    path = {"PYTHONPATH": str(ROOT / "engine")}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=os.environ | path, check=True
    )
    assert f"'{module}'" not in done.stderr.decode()
    assert "'fenji.commands.group'" in done.stderr.decode()


def _spawned(
    arguments: list[str], cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*CLI, *arguments],
        cwd=cwd,
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
