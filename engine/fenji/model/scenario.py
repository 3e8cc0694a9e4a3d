"""Scenarios: cases with expected answers that stand beside the rules they try."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from fenji.model.place import NOWHERE, Place
from fenji.model.submission import Submission
from fenji.model.supervision.frequency import Frequency
from fenji.model.value import Value


@dataclass(frozen=True, slots=True)
class ExpectedJurisdiction:
    """What a scenario expects of who is in charge; what is empty is not looked at.

    `leads` and `levels` are all that are still possible, one where it is settled. `settled` is that
    word of an answer. `body` is the name in Chinese of who acts. `cooperates` certainly have a part,
    `not_cooperates` have none, not even perhaps. `asks` name facts that decide what is open. By
    matter `matters` gives the departments that may lead it: none where the subject has no such matter.
    """

    leads: tuple[str, ...] = ()
    settled: str = ""
    matter: str = ""
    levels: tuple[str, ...] = ()
    body: str = ""
    cooperates: tuple[str, ...] = ()
    not_cooperates: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    matters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExpectedSupervision:
    """What a scenario expects of supervision; what is empty is not looked at.

    `figures` (`at_least`, `possibly`, `at_most`, `planned`; `None`: no figure) and `modes` are of
    `department`, the subject's lead where that is empty. `rules` hold for some department, `not_rules`
    hold and are open for none, `open_rules` are open and hold for none. `conflicts` are inspections
    that exceed a cap, `joint` departments that could come together, `due` duties with a day, `asks`
    facts.
    """

    department: str = ""
    figures: Mapping[str, Frequency | None] = field(default_factory=dict)
    modes: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    not_rules: tuple[str, ...] = ()
    open_rules: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    due: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a scenario expects; what it does not name is not looked at.

    `findings` hold somewhere, `not_` hold and are open nowhere, `open` are open somewhere and hold
    nowhere. `values` are by path and name (`mine.0.pond_class`). `tier` is by figure (`certain`,
    `possible`, `on_declared_certain`, `on_declared_possible`), a tier's word or `ungraded`. `asks`
    and `not_asks` name declared facts, `inspect` inspected ones, `presumed` rules, `cautions` ids,
    `sectors` those that certainly apply. `duties`, `not_duties` and `open_duties` are to duties what
    the first three are to rules. `earlier` and `open_earlier` are rules of an edition no longer in
    force, which would have held or been open. `error` is the id of the diagnostic that refuses the facts.
    """

    findings: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    values: Mapping[str, Value | None] = field(default_factory=dict)
    tier: Mapping[str, str] = field(default_factory=dict)
    asks: tuple[str, ...] = ()
    not_asks: tuple[str, ...] = ()
    inspect: tuple[str, ...] = ()
    presumed: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    not_duties: tuple[str, ...] = ()
    open_duties: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    open_earlier: tuple[str, ...] = ()
    jurisdiction: ExpectedJurisdiction | None = None
    supervision: ExpectedSupervision | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class Scenario:
    """One case. `submission` is `None` where the facts are expected to be refused with `error`.

    `refused_with` are the ids of the diagnostics by which the reader refused the facts.
    """

    case: str
    as_of: date
    submission: Submission | None
    refused_with: tuple[str, ...]
    expect: Expectation
    place: Place = field(default=NOWHERE, compare=False)
