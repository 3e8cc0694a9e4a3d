"""The closed words of jurisdiction in both languages: the steps of a path."""

from __future__ import annotations

from fenji.model.jurisdiction.answer import StepKind
from fenji.model.text import Text

STEP = {
    StepKind.HAS: Text("事项", "matter"),
    StepKind.RANKING: Text("排序", "ranking"),
    StepKind.PRINCIPLE: Text("原则", "principle"),
    StepKind.LEVEL: Text("层级", "level"),
    StepKind.DUTY: Text("法定职责", "duty"),
    StepKind.LICENCE: Text("许可", "licence"),
    StepKind.TRADE: Text("行业主管", "trade"),
    StepKind.PLACE: Text("场地主管", "ground"),
    StepKind.EXCLUDES: Text("排除", "takes out"),
    StepKind.DELEGATES: Text("委托", "delegated"),
    StepKind.HANDS_OVER: Text("移交", "hands over"),
    StepKind.FALLS_BACK_TO: Text("兜底", "falls back to"),
}
