"""What every name of a release is called, made once and read by all the wording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from fenji.model.dictionary import Kind
from fenji.model.release import Release
from fenji.model.rule import Classification
from fenji.model.text import Language, Text
from fenji.model.value import ANY_NUMBER, NumberSpan


@dataclass(frozen=True, slots=True)
class Named:
    """A fact, measure, classification or sheet: its label, its unit, the labels of its values.

    `range` is all it could ever be: a value that is no narrower is unknown.
    """

    label: Text
    unit: str
    options: Mapping[str, Text]
    range: NumberSpan = ANY_NUMBER


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A release as read in one language. `names` and `definitions` are by entity kind and name."""

    release: Release
    language: Language
    names: Mapping[tuple[str, str], Named]
    definitions: Mapping[tuple[str, str], Text]
    rules: Mapping[str, Text]

    def in_(self, language: Language) -> Lexicon:
        """The same words in the other language."""
        return replace(self, language=language)

    def say(self, text: Text) -> str:
        """That text in the reader's language."""
        return text.in_(self.language)

    def pick(self, zh: str, en: str) -> str:
        """The one of the two that the reader reads."""
        return zh if self.language == "zh" else en

    def kind(self, name: str) -> str:
        """What a kind of entity is called, without the remark in brackets after it."""
        found = self.release.entities.get(name)
        return _without_remark(self.say(found.label)) if found else name

    def named(self, kind: str, name: str) -> Named:
        """What `name` means for an entity of that kind: its own, else its nearest ancestor's."""
        lineage = self.release.lineage(kind) if kind in self.release.entities else ()
        for at in lineage:
            if (at, name) in self.names:
                return self.names[at, name]
        parameter = self.release.parameters.get(name)
        if parameter is not None:
            return Named(parameter.label, parameter.unit, {})
        return Named(Text(name, name), "", {})


def lexicon_of(release: Release, language: Language) -> Lexicon:
    """The words of a release, in that language."""
    names: dict[tuple[str, str], Named] = {}
    for kind, facts in release.facts.items():
        for fact in facts.values():
            options = {member_key(option.value): option.label for option in fact.options}
            unit = fact.unit if fact.kind in (Kind.NUMBER, Kind.COUNT) else ""
            names[kind, fact.name] = Named(fact.label, unit, options, fact.range)
    for measure in release.measures:
        names[measure.for_, measure.name] = Named(measure.label, measure.unit, {}, measure.range)
    for sheet in release.sheets:
        names[sheet.for_, sheet.name] = Named(sheet.label, "", {}, sheet.range)
    names.update(_classifications(release))
    return Lexicon(
        release,
        language,
        names,
        {(d.for_, d.name): d.label for d in release.definitions},
        {rule.id: rule.title for rule in release.rules}
        | {duty.id: duty.title for duty in release.duties},
    )


def _classifications(release: Release) -> dict[tuple[str, str], Named]:
    """By kind and name; editions of one name share their options, `worst_of` borrows its parts'."""
    options: dict[tuple[str, str], dict[str, Text]] = {}
    found: dict[tuple[str, str], Classification] = {}
    for classification in release.classifications:
        at = (classification.for_, classification.name)
        found.setdefault(at, classification)
        for case in classification.cases:
            if case.computed is None:
                options.setdefault(at, {}).setdefault(member_key(case.value), case.label)
    for at, classification in found.items():
        for part in classification.worst_of:
            for key, label in options.get((at[0], part), {}).items():
                options.setdefault(at, {}).setdefault(key, label)
    return {at: Named(c.label, "", options.get(at, {})) for at, c in found.items()}


def _without_remark(label: str) -> str:
    bare = label.partition("（")[0].partition(" (")[0]
    return bare or label


def member_key(member: object) -> str:
    """How a member of a choice is looked up among its labels: words and numbers as written."""
    return str(member)
