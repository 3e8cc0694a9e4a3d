"""A trial written as a Python case, to be kept under `found/` and replayed by the tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any as Anything

from fenji.model.place import Place
from fenji.model.unit import Units
from tests.agreement.agreement import Disagreement, Trial
from tests.evaluation.vocabulary import LABEL, LAW, NO_LIMIT, PROVENANCE

FOUND = Path(__file__).parent / "found"
CONSTANTS = {"LABEL": LABEL, "LAW": LAW, "PROVENANCE": PROVENANCE, "NO_LIMIT": NO_LIMIT}
VOCABULARY = "tests.evaluation.vocabulary"


def written(disagreement: Disagreement) -> str:
    """The source of the case; to be formatted like the rest."""
    imports: set[tuple[str, str]] = set()
    trial = disagreement.trial
    parts = [f"{name.upper()} = {_source(getattr(trial, name), imports)}" for name in NAMES]
    modules = sorted({module for module, _ in imports})
    lines = [
        f"from {module} import {', '.join(sorted(n for m, n in imports if m == module))}"
        for module in modules
    ]
    said = str(disagreement).replace("\\", "\\\\").replace('"""', "'''")
    docstring = f'"""{said.splitlines()[0].capitalize().rstrip(":")}.\n\n'
    docstring += "\n".join(said.splitlines()[1:]) + '\n"""\n'
    head = [docstring, "from __future__ import annotations\n"]
    return "\n".join([*head, *lines, "", *parts, ""])


NAMES = ("as_of", "release", "submissions")


def keep(disagreement: Disagreement, folder: Path = FOUND) -> Path:
    """Write the case into the folder, under a name of its own."""
    source = written(disagreement)
    name = disagreement.evaluator.replace(" ", "_")
    path = folder / f"{name}_{sha256(source.encode()).hexdigest()[:8]}.py"
    path.write_text(source, "utf-8")
    return path


def kept() -> list[str]:
    """The names of all cases."""
    return sorted(path.stem for path in FOUND.glob("*.py") if path.stem != "__init__")


def read(name: str) -> Trial:
    """One case."""
    return trial_of(import_module(f"tests.agreement.found.{name}"))


def trial_of(module: ModuleType) -> Trial:
    """The trial of a case that was loaded."""
    return Trial(module.RELEASE, module.AS_OF, module.SUBMISSIONS)


def _source(node: Anything, imports: set[tuple[str, str]]) -> str:
    for name, constant in CONSTANTS.items():
        if type(node) is type(constant) and node == constant:
            imports.add((VOCABULARY, name))
            return name
    if isinstance(node, Enum):
        return f"{_named(node, imports)}.{node.name}"
    if isinstance(node, Fraction):
        whole = node.denominator == 1
        return f"{_named(node, imports)}({node.numerator if whole else repr(str(node))})"
    if isinstance(node, date):
        return f"{_named(node, imports)}({node.year}, {node.month}, {node.day})"
    if isinstance(node, tuple):
        inner = ", ".join(_source(part, imports) for part in node)
        return f"({inner}{',' if len(node) == 1 else ''})"
    if isinstance(node, frozenset):
        members = ", ".join(sorted(_source(part, imports) for part in node))
        return f"frozenset({{{members}}})" if node else "frozenset()"
    if isinstance(node, Mapping):
        return f"{{{', '.join(f'{key!r}: {_source(node[key], imports)}' for key in node)}}}"
    if is_dataclass(node) and not isinstance(node, Place):
        shown = [] if isinstance(node, Units) else list(_fields(node, imports))
        if isinstance(node, Units):
            shown = ["{}", "{}", "{}"]
        return f"{_named(node, imports)}({', '.join(shown)})"
    return repr(node)


def _named(node: Anything, imports: set[tuple[str, str]]) -> str:
    kind = type(node)
    imports.add((kind.__module__, kind.__name__))
    return str(kind.__name__)


def _fields(node: Anything, imports: set[tuple[str, str]]) -> Iterator[str]:
    for field in fields(node):
        value = getattr(node, field.name)
        if isinstance(value, Place) or _is_default(field, value):
            continue
        yield f"{field.name}={_source(value, imports)}"


def _is_default(field: Field[Anything], value: Anything) -> bool:
    return field.default is not MISSING and value == field.default
