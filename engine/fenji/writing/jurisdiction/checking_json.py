"""`fenji jurisdiction check --format json`: the analysis for programs."""

from __future__ import annotations

from fenji.jurisdiction.analysis.expected import carried_on, is_clean, known_open
from fenji.jurisdiction.analysis.report import Analysis, Given
from fenji.model.release import Release
from fenji.writing.decision.exact import Json, exact_json, member_json
from fenji.writing.decision.parts import gap_json, text_json


def check_json(found: Analysis, release: Release) -> str:
    """One object on one line; `known` is the blind spot that declares an overlap or gap, else null."""
    return exact_json(_analysis(found, release)).decode() + "\n"


def _analysis(found: Analysis, release: Release) -> Json:
    def known(matter: str) -> str | None:
        spot = known_open(release.chart, matter)
        return None if spot is None else spot.id

    return {
        "as_of": found.as_of.isoformat(),
        "release": release.digest,
        "clean": is_clean(release, found),
        "walked": found.walked,
        "activities": found.activities,
        "undetermined": list(found.undetermined),
        "overlaps": [
            {
                "matter": one.matter,
                "title": text_json(one.title),
                "principle": one.principle,
                "departments": list(one.departments),
                "edges": list(one.edges),
                "given": _given(one.given),
                "places": list(one.places),
                "known": known(one.matter),
            }
            for one in found.overlaps
        ],
        "nobody": [
            {
                "matter": one.matter,
                "title": text_json(one.title),
                "given": _given(one.given),
                "places": list(one.places),
                "known": known(one.matter),
            }
            for one in found.nobody
        ],
        "waiting": [
            {
                "matter": one.matter,
                "title": text_json(one.title),
                "leads": list(one.leads),
                "facts": [gap_json(gap) for gap in one.facts],
                "cases": [
                    {"given": _given(given), "settled": settled.value, "leads": list(leads)}
                    for given, settled, leads in one.cases
                ],
                "places": list(one.places),
            }
            for one in found.waiting
        ],
        "cycles": [{"of": one.of, "nodes": list(one.nodes)} for one in found.cycles],
        "unreachable": [one.department for one in found.unreachable],
        "lapsed": [
            {
                "what": one.what,
                "instrument": one.instrument,
                "replaced_by": one.replaced_by or None,
                "stands": one.stands,
                "carried_on_by": None if after is None else after.id,
            }
            for one in found.lapsed
            for after in (carried_on(release, one, found.as_of),)
        ],
        "no_body": [
            {
                "department": one.department,
                "level": one.level.value,
                "territory": one.territory or None,
                "matters": list(one.matters),
            }
            for one in found.no_body
        ],
        "chains": [
            {
                "chain": one.chain,
                "link": one.link,
                "matter": one.matter,
                "settled": one.settled.value,
                "leads": list(one.leads),
                "hands_over": list(one.hands_over),
            }
            for one in found.chains
        ],
        "blind_spots": [
            {
                "blind_spot": one.blind_spot,
                "title": text_json(one.title),
                "open": text_json(one.open) if one.open.zh else None,
                "clauses": list(one.clauses),
                "answers": [
                    {"matter": matter, "settled": settled.value, "leads": list(leads)}
                    for matter, settled, leads in one.answers
                ],
            }
            for one in found.blind_spots
        ],
    }


def _given(given: Given) -> Json:
    return {name: member_json(value) for name, value in given}
