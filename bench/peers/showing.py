"""What was measured of each engine, as tables; ratios are within the run."""

from __future__ import annotations

import os
import platform
from typing import Any

Found = dict[str, list[dict[str, Any]]]
OURS = tuple(
    (f"Fenji, {part}, {facts}", facts, part)
    for part in ("judged", "told", "rules alone")
    for facts in ("complete", "a tenth missing")
)


def show(found: Found) -> None:
    """Prints everything. SystemExit where an engine gave a wrong answer."""
    print(f"\nPython {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores")
    bad = [run["error"] for run in (*found["fenji"], *found["columnar"]) if "error" in run]
    if bad:
        raise SystemExit(f"Fenji itself: {bad[0]}")
    _singly(found)
    _in_batch(found)
    wrong = [name for name, runs in found.items() if any(map(_wrong, runs))]
    if wrong:
        raise SystemExit(f"wrong answers, so the figures say nothing: {', '.join(wrong)}")


def _wrong(run: dict[str, Any]) -> int:
    parts = [part for part in run.values() if isinstance(part, dict)]
    return sum(part.get("wrong", 0) for part in parts)


def _best(runs: list[dict[str, Any]], *path: str) -> float:
    several = []
    for run in runs:
        for step in (*path, "best"):
            run = run.get(step, {}) if isinstance(run, dict) else {}
        if isinstance(run, int | float):
            several.append(run)
    return max(several, default=0)


def _singly(found: Found) -> None:
    rates = {name: _best(found["fenji"], facts, part) for name, facts, part in OURS}
    peers = {name: runs for name, runs in found.items() if name not in ("fenji", "columnar")}
    beside = ("drools_core", "zen_engine")
    references = [name for name in beside if _best(peers.get(name, []), "singly")]
    print("\none at a time, decisions a second where nothing disturbs")
    heads = "".join(f"{'× ' + name:>15}" for name in references)
    print(f"{'':44}{'/s':>12}{heads}   of rules that are open")
    rates.update({name: _best(runs, "singly") for name, runs in peers.items()})
    for name, rate in rates.items():
        if not rate:
            print(f"{name:44}{'':12}   {peers[name][-1].get('error', 'no figure')}")
            continue
        ratios = "".join(f"{rate / _best(peers[r], 'singly'):>15.2f}" for r in references)
        said = "says so" if name not in peers else _said(peers[name][-1])
        print(f"{name + _version(peers, name):44}{rate:>12,.0f}{ratios}   {said}")


def _version(peers: Found, name: str) -> str:
    version = peers[name][-1].get("version") if name in peers else None
    return f" {version}" if version else ""


def _said(run: dict[str, Any]) -> str:
    """What a two-valued engine says where Fenji says that nobody knows."""
    missing = run.get("singly", {}).get("missing")
    if missing is None:
        return "not tried"
    if missing["raised"]:
        return f"raises ({missing['raised']} of 300 fact sets)"
    return f"says no of {missing['not held']}, yes of {missing['held']}"


def _in_batch(found: Found) -> None:
    print("\nin batch, sites a second (the quickest pass)")
    rates = {
        "Fenji compiled, one after the other": _best(found["fenji"], "complete", "told"),
        "Fenji in columns": _best(found["columnar"], "batch"),
        "openfisca, from arrays": _best(found.get("openfisca", []), "batch"),
    }
    other = rates["openfisca, from arrays"]
    for name, rate in rates.items():
        if rate:
            ratio = f"{rate / other:>15.2f} × openfisca" if other else ""
            print(f"{name:44}{rate:>12,.0f}{ratio}")
