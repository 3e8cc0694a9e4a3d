"""Options of a fact that are declared elsewhere: activities, licences, units of one level."""

from __future__ import annotations

from fenji.model.dictionary import ChoiceOption
from fenji.model.jurisdiction.territory import EnforcementLevel
from fenji.model.text import Text
from fenji.reading.grammar.declared import Declared
from fenji.reading.grammar.fields import Fields
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Mapping, Node, Scalar

_LISTS = ("activities", "licences")


def declared_options(declared: Declared, node: Node) -> tuple[ChoiceOption, ...]:
    """What `activities`, `licences` or `{territory: LEVEL}` stands for."""
    of, level = _meant(declared, node)
    if of is None:
        return ()
    found = tuple(ChoiceOption(id_, title) for id_, title in declared.charted.options(of, level))
    if not found:
        called = f"{of}: {level}" if level else of
        declared.problems.error(
            "no-options",
            node.place,
            Text(f"没有登记任何 `{called}`", f"nothing is declared under `{called}`"),
            Text(
                "在 activities.yaml 或 jurisdiction/ 中登记，或在这里列出选项",
                "declare it in activities.yaml or jurisdiction/, or list the options here",
            ),
        )
    return found


def _meant(declared: Declared, node: Node) -> tuple[str | None, str]:
    if isinstance(node, Mapping):
        fields = Fields(node, declared.problems, ("territory",))
        fields.needed("territory")
        level = fields.one_of("territory", EnforcementLevel, EnforcementLevel.COUNTY).value
        return ("territory" if level == fields.text("territory") else None), level
    if isinstance(node, Scalar) and node.text in _LISTS:
        return node.text, ""
    written = node.text if isinstance(node, Scalar) else ""
    declared.problems.error(
        "wrong-value",
        node.place,
        Text(f"`options` 不能是 `{written}`", f"`options` cannot be `{written}`"),
        did_you_mean(written, (*_LISTS, "territory")),
    )
    return None, ""
