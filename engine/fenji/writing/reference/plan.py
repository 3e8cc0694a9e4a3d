"""How the city's plan is covered, as a page: a row for each clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fenji.model.plan import ClauseServed, Feature
from fenji.model.text import Text
from fenji.writing.page.blocks import Block, Heading, Line, Page, Paragraph, Table, faint, line
from fenji.writing.wording.lexicon import Lexicon

FEATURE = {
    Feature.ASKS: Text("列出应当补报的事实", "says which facts to ask for"),
    Feature.AS_OF: Text("按任一日期的规定判断", "judges by the law of any day"),
    Feature.CHECKLIST: Text("生成现场检查清单", "makes a list for inspection"),
    Feature.DETERMINATIONS: Text("并列主管部门的认定", "shows what authorities decided beside it"),
    Feature.DUTIES: Text("列出义务和期限", "lists duties and when they are due"),
    Feature.JSON: Text("以JSON供其他系统调用", "answers other systems in JSON"),
    Feature.JURISDICTION: Text("指出由谁主管、哪一级执法", "says who is in charge, at which level"),
    Feature.REASONS: Text("说明理由到条款", "gives reasons down to the clause"),
    Feature.ROSTERS: Text("列出各部门、各级的名单", "lists by department and level"),
    Feature.SUPERVISION: Text("给出检查的次数和方式", "says how often and how to inspect"),
    Feature.TIERS: Text("定风险等级", "gives a risk tier"),
}

_NAMED = {
    "rules": Text("规则", "rules"),
    "duties": Text("义务", "duties"),
    "answers": Text("分类和量值", "classes and measures"),
    "facts": Text("事实", "facts"),
    "checklist": Text("检查事项", "checklist items"),
}
FIRST_FEW = 3


def plan_page(clauses: Sequence[ClauseServed], words: Lexicon) -> Page:
    """The clauses in order, what serves each, and what of it lies outside."""
    columns = (
        words.pick("规划", "clause"),
        words.pick("由什么落实", "served by"),
        words.pick("不在本系统之内的部分", "what lies outside"),
    )
    blocks: list[Block] = [
        Heading(words.pick("规划各条的落实", "How the plan is covered"), len(clauses)),
        Table(columns, tuple(_row(clause, words) for clause in clauses)),
        Paragraph(line(faint(_summary(clauses, words)))),
    ]
    return tuple(blocks)


def _row(clause: ClauseServed, words: Lexicon) -> tuple[Line, ...]:
    outside = words.say(clause.outside) if clause.outside else ""
    served = words.pick("；", "; ").join(_served(clause, words))
    return line(clause.clause), line(served or words.pick("（无）", "(nothing)")), line(outside)


def _served(clause: ClauseServed, words: Lexicon) -> Iterator[str]:
    for what, called in _NAMED.items():
        names: tuple[str, ...] = getattr(clause, what)
        if names:
            shown = words.pick("、", ", ").join(names[:FIRST_FEW])
            more = len(names) - FIRST_FEW
            if more > 0:
                shown += words.pick(f" 等 {len(names)} 项", f" and {more} more")
            yield f"{words.say(called)}{words.pick('：', ': ')}{shown}"
    for feature in clause.features:
        yield words.say(FEATURE[feature])


def _summary(clauses: Sequence[ClauseServed], words: Lexicon) -> str:
    served = sum(clause.served for clause in clauses)
    outside = len(clauses) - served
    return words.pick(
        f"{len(clauses)} 条：{served} 条有落实，{outside} 条说明理由不在本系统之内",
        f"{len(clauses)} clauses: {served} served, {outside} outside this engine for a reason",
    )
