"""The sectors of the plan, and what makes one apply to a subject."""

from __future__ import annotations

from dataclasses import dataclass, field

from fenji.model.condition import Condition
from fenji.model.place import NOWHERE, Place
from fenji.model.text import Text


@dataclass(frozen=True, slots=True)
class Sector:
    """One of the 17 sectors.

    It applies where `applies` (over the subject) is true, or where the subject's `industry_code`
    begins with one of `industry_codes` (GB/T 4754). `asked_by` names the subject's yes-or-no
    fact that decides where nothing else does: only its "no" excludes the sector.
    """

    name: str
    number: int
    title: Text
    applies: Condition
    asked_by: str
    industry_codes: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)


CROSS_CUTTING = "cross_cutting"
"""The sector of what concerns everyone: it has no folder of a sector's own and always applies."""

PLAN = {
    1: Text("危险化学品", "hazardous chemicals"),
    2: Text("非煤矿山", "non-coal mines"),
    3: Text("消防", "fire safety"),
    4: Text("道路交通", "road traffic"),
    5: Text("交通运输", "transport other than by road"),
    6: Text("工贸", "industry and trade"),
    7: Text("建筑施工", "construction"),
    8: Text("农林渔业", "agriculture, forestry and fishery"),
    9: Text("功能区", "functional zones"),
    10: Text("特种设备", "special equipment"),
    11: Text("城市建设与运行", "building and running the city"),
    12: Text("民用爆炸物品", "civil explosives"),
    13: Text("水利", "water conservancy"),
    14: Text("文化旅游", "culture and tourism"),
    15: Text("校园", "campuses"),
    16: Text("民政", "civil affairs"),
    17: Text("自然资源", "natural resources"),
}
"""The 17 sectors of the city's 14th Five-Year work-safety plan, by their numbers in it."""
