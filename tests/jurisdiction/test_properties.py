"""What holds of every answer, tried on charts and subjects drawn by chance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fenji.jurisdiction import answer
from fenji.jurisdiction.graph import graph_of
from fenji.jurisdiction.ready import ready_chart
from fenji.model.jurisdiction.answer import JurisdictionAnswer, Settled, StepKind
from fenji.model.jurisdiction.chart import Chart
from fenji.model.jurisdiction.edge import EdgeKind
from fenji.model.release import Release
from fenji.model.submission import SUBJECT
from tests.jurisdiction.charts import AS_OF, edge, release_of
from tests.jurisdiction.drawn import ACTIVITIES, DEPARTMENTS, PLACES, Known, charts, known
from tests.jurisdiction.two_valued import subject_lead

OFTEN = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def asked(release: Release, of: Known) -> JurisdictionAnswer:
    found = answer(release, of.submission(), AS_OF)
    assert found is not None
    return found


def changed(made: Chart, of: Known) -> JurisdictionAnswer:
    return asked(release_of(made), of)


@OFTEN
@given(charts(), known())
def test_the_leads_are_those_of_all_completions(made: Chart, of: Known) -> None:
    """No completion leaves the set, and a settled answer is that of all of them."""
    release = release_of(made)
    found = asked(release, of)
    for complete in of.completions(release):
        leads = subject_lead(release, complete)
        assert leads <= set(found.leads)
        if found.settled is Settled.SETTLED:
            assert leads == set(found.leads)
        elif found.settled is Settled.UNDETERMINED:
            assert len(leads) > 1
        elif found.settled is Settled.UNASSIGNED:
            assert not leads


@OFTEN
@given(charts(), known())
def test_with_everything_known_the_answer_is_that_of_plain_logic(made: Chart, of: Known) -> None:
    release = release_of(made)
    for complete in of.completions(release):
        found = asked(release, complete)
        leads = subject_lead(release, complete)
        assert set(found.leads) == leads
        expected = Settled.UNASSIGNED if not leads else Settled.SETTLED
        assert found.settled is (Settled.UNDETERMINED if len(leads) > 1 else expected)
        break


@OFTEN
@given(charts(), known(), st.randoms())
def test_answering_what_is_asked_leads_to_an_answer(made: Chart, of: Known, random: object) -> None:
    """Only open facts are asked for, and once none is asked for nothing waits."""
    release = release_of(made)
    complete = random.choice(list(of.completions(release)))  # type: ignore[attr-defined]
    for _ in range(len(of.open()) + 1):
        found = asked(release, of)
        level = found.level.waits_for if found.level else ()
        names = {gap.name for gap in found.waits_for} - {"county", "town", "development_zone"}
        assert names <= set(of.open()), names
        if found.settled is not Settled.WAITS:
            assert names <= {gap.name for gap in level}
            break
        assert names
        of = answered(of, complete, names)
    assert set(asked(release, of).leads) >= subject_lead(release, complete)


def answered(of: Known, complete: Known, names: set[str]) -> Known:
    """The subject with these facts answered as in a completion; a main activity only where there is one."""
    flags = {k: complete.flags[k] if k in names else v for k, v in of.flags.items()}
    if "activities" in names:
        of = replace(of, activities=complete.activities, besides=frozenset())
    if "main_activity" in names:
        of = replace(of, main=complete.main)
    return replace(of, flags=flags)


@OFTEN
@given(charts(), known())
def test_one_level_where_it_is_known_and_else_the_facts_that_decide(made: Chart, of: Known) -> None:
    release = release_of(made)
    found = asked(release, of)
    if found.settled is not Settled.SETTLED:
        return
    assert found.level is not None
    asks = {gap.name for gap in found.level.waits_for} - {"county", "town", "development_zone"}
    assert len(found.level.levels) == 1 or asks
    for complete in of.completions(release):
        later = asked(release, complete)
        if later.level is not None and later.matter == found.matter:
            assert set(later.level.levels) <= set(found.level.levels)
            assert len(later.level.levels) == 1


@OFTEN
@given(charts(), known(), st.sampled_from(ACTIVITIES + PLACES), st.sampled_from(DEPARTMENTS))
def test_adding_a_cooperator_never_changes_the_lead(
    made: Chart, of: Known, matter: str, to: str
) -> None:
    before = changed(made, of)
    more = edge(matter, to, nature="special", concern="a new part", id_="new")
    after = changed(replace(made, edges=(*made.edges, more)), of)
    assert (after.settled, after.leads, after.matter, after.level) == (
        before.settled,
        before.leads,
        before.matter,
        before.level,
    )


@OFTEN
@given(charts(), known())
def test_an_edge_of_the_path_taken_away_changes_the_answer(made: Chart, of: Known) -> None:
    """Its lead, how it is settled, or the edge that takes its place on the path."""
    before = changed(made, of)
    for step in before.path:
        rest = tuple(one for one in made.edges if one.id != step.by)
        if len(rest) < len(made.edges):
            after = changed(replace(made, edges=rest), of)
            assert (after.leads, after.settled, after.path) != (
                before.leads,
                before.settled,
                before.path,
            )
            if step.kind is StepKind.EXCLUDES:
                taken = [e for e in rest if e.kind is EdgeKind.EXCLUDES and e.to == step.to]
                again = any(e.of == step.from_ and e.concern is None for e in taken)
                assert again or (after.leads, after.settled) != (before.leads, before.settled)


@OFTEN
@given(charts(), known(), st.randoms())
def test_the_order_of_the_chart_does_not_matter(made: Chart, of: Known, random: object) -> None:
    before = changed(made, of)

    def mixed(several: tuple[object, ...]) -> tuple[object, ...]:
        again = list(several)
        random.shuffle(again)  # type: ignore[attr-defined]
        return tuple(again)

    other = replace(
        made,
        edges=mixed(made.edges),
        principles=mixed(made.principles),
        rankings=mixed(made.rankings),
        levels=mixed(made.levels),
        matters=dict(mixed(tuple(made.matters.items()))),  # type: ignore[arg-type]
        departments=dict(mixed(tuple(made.departments.items()))),  # type: ignore[arg-type]
    )
    assert changed(other, of) == before


@OFTEN
@given(charts(), known())
def test_every_path_is_a_path_of_the_graph(made: Chart, of: Known) -> None:
    release = release_of(made)
    found = asked(release, of)
    graph = graph_of(ready_chart(release, AS_OF))
    for path in (found.path, *(matter.path for matter in found.matters)):
        assert all(graph.has_edge(step.from_, step.to, key=step.by) for step in path)
    if found.settled is Settled.SETTLED and found.path:
        line = list(nodes_of(found))
        assert line[0] == SUBJECT
        settled = found.level is not None and bool(found.level.by)
        assert line[-1].startswith(f"{found.leads[0]}@" if settled else found.leads[0])
        assert all(graph.has_edge(a, b) for a, b in pairwise(line))


def nodes_of(found: JurisdictionAnswer) -> Iterator[str]:
    """The nodes along a path, side steps and parallel steps left out."""
    at = SUBJECT
    yield at
    for step in found.path:
        if step.kind is not StepKind.EXCLUDES and step.to != at:
            assert step.from_ == at or at == step.to
            at = step.to
            yield at


@OFTEN
@given(charts(), known())
def test_nobody_is_both_lead_and_cooperator_or_both_lead_and_rejected(
    made: Chart, of: Known
) -> None:
    found = changed(made, of)
    if found.settled is Settled.SETTLED:
        (lead,) = found.leads
        assert lead not in {one.department for one in found.cooperators}
        assert lead not in {one.department for one in found.rejected}
    once = [(one.department, one.concern.zh) for one in found.cooperators]
    assert len(once) == len(set(once))


@OFTEN
@given(charts(), st.lists(known(), min_size=2, max_size=5))
def test_what_was_answered_before_does_not_matter(made: Chart, several: list[Known]) -> None:
    """Answers for matters are remembered under a release; each is as under a release of its own."""
    release = release_of(made)
    for of in several:
        assert asked(release, of) == changed(made, of)
