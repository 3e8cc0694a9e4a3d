"""What was not answered, in words."""

from __future__ import annotations

from fenji.model.reason import Gap
from fenji.writing.wording.entities import entity_below
from fenji.writing.wording.lexicon import Lexicon


def gap_text(gap: Gap, words: Lexicon, above: str = "") -> str:
    """`单元 store-2：单元类别`; a list that is not whole is named as such.

    `above` is the entity that the words around it already speak of.
    """
    where = entity_below(gap.entity, above, words)
    what = gap_name(gap, words)
    return f"{where}{words.pick('：', ': ')}{what}" if where else what


def gap_name(gap: Gap, words: Lexicon) -> str:
    """What is missing, without saying of which entity."""
    if gap.is_list:
        kind = words.kind(gap.name)
        return words.pick(f"{kind}的完整清单", f"the whole list of “{kind}”")
    return words.say(words.named(gap.kind, gap.name).label)
