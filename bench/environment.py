"""A throw-away environment for what Fenji is held against: in a temporary folder, gone afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

PINNED = Path(__file__).parent / "peers" / "requirements.txt"


def pins() -> dict[str, str]:
    """The pinned requirements by the name of the package."""
    lines = PINNED.read_text("utf-8").split()
    return {line.partition("==")[0]: line for line in lines}


@contextmanager
def environment(kept: Path | None = None) -> Iterator[Path]:
    """The Python of an empty environment; one in the folder `kept` stays there and is used again."""
    if kept is not None:
        yield _made(kept)
        return
    with TemporaryDirectory(prefix="fenji-bench-") as folder:
        yield _made(Path(folder) / "venv")


def _made(folder: Path) -> Path:
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    return python


def install(python: Path, requirement: str) -> str:
    """Install one package with what it needs; what went wrong, in a line, or nothing."""
    command = [python, "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "-qq"]
    done = subprocess.run([*command, requirement], capture_output=True, text=True, check=False)
    return last_line(done.stderr) if done.returncode else ""


def last_line(text: str) -> str:
    """The last line in which something is said, cut to a hundred characters."""
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1].strip()[:100] if lines else "nothing was said"


def of_processes() -> dict[str, str]:
    """The environment of the processes; drools-jpy looks for Java's home."""
    found = dict(os.environ)
    java = shutil.which("java")
    if java and "JAVA_HOME" not in found:
        found["JAVA_HOME"] = str(Path(java).resolve().parents[1])
    return found
