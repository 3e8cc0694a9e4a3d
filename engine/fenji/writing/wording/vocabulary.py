"""The closed words of a decision in both languages: kinds of finding, statuses, standings, sources."""

from __future__ import annotations

from fenji.model.decision import Status
from fenji.model.law import Confirmation, Standing
from fenji.model.rule import FindingKind
from fenji.model.submission import Source
from fenji.model.text import Text
from fenji.model.truth import Truth

FINDING_KIND = {
    FindingKind.MAJOR_ACCIDENT_HAZARD.value: Text("重大事故隐患", "major accident hazard"),
    FindingKind.MAJOR_HAZARD_SOURCE.value: Text("重大危险源", "major hazard source"),
    FindingKind.PROHIBITION.value: Text("禁止性规定", "prohibition"),
    FindingKind.DIRECT_TIER.value: Text("直接定级情形", "direct tier"),
    FindingKind.BASE_TIER.value: Text("基础等级", "base tier"),
    FindingKind.SCOPE.value: Text("适用范围", "scope"),
    FindingKind.ELEMENT.value: Text("判定要素", "element"),
}

STATUS = {
    Status.HOLDS: Text("符合", "met"),
    Status.NOT_ANSWERED: Text("缺少申报事实", "not answered"),
    Status.NOT_INSPECTED: Text("有待现场检查", "not inspected"),
    Status.NOT_ENCODED: Text("规定尚未录入", "not encoded"),
    Status.SECTOR_NOT_EXCLUDED: Text("行业尚未排除", "sector not excluded"),
    Status.INSTRUMENT_OPEN: Text("规定是否施行不明", "instrument perhaps not in force"),
}

STANDING = {
    Standing.LAW: Text("法律法规", "law"),
    Standing.STANDARD: Text("标准", "standard"),
    Standing.LOCAL: Text("本地规定", "local"),
    Standing.ELSEWHERE: Text("外地规定，仅供比照", "from elsewhere, for comparison"),
    Standing.PROPOSAL: Text("本项目建议", "proposal of this project"),
}

CONFIRMATION = {
    Confirmation.CONFIRMED: Text("已由专人核定", "confirmed"),
    Confirmation.COPY_SEEN: Text("已见文本", "copy seen"),
    Confirmation.RECALLED: Text("凭记忆，未见文本", "recalled, text not seen"),
    Confirmation.UNCERTAIN: Text("出处存疑", "uncertain"),
}

SOURCE = {
    Source.ENTERPRISE: Text("企业申报", "enterprise"),
    Source.REGISTER: Text("登记", "register"),
    Source.INSPECTION: Text("检查", "inspection"),
    Source.MONITORING: Text("监测", "monitoring"),
}

TRUTH = {
    Truth.TRUE: Text("是", "yes"),
    Truth.UNKNOWN: Text("未定", "open"),
    Truth.FALSE: Text("否", "no"),
}
