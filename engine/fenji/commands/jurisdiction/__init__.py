"""`fenji jurisdiction`: who is in charge, and what the documents leave open."""

from __future__ import annotations

from fenji.commands.spoken import lang_option
from fenji.commands.spoken_group import SpokenGroup
from fenji.model.text import Text

COMMANDS = {
    "explain": Text("由谁监管、为什么", "who is in charge of whom, and why"),
    "check": Text("检查职责重叠、监管盲区等", "find overlaps, blind spots and the like"),
    "graph": Text("画出管辖关系图", "draw the graph"),
    "roster": Text("编制监管名单、风险和隐患清单", "make rosters, lists of risks and of hazards"),
}
"""What each does, in a line."""

command = SpokenGroup(
    "jurisdiction",
    text=Text(
        "由谁监管：每个单位的牵头部门、层级和配合部门，以及文件之间的重叠和盲区。",
        "Who is in charge: lead department, level and cooperating departments of each subject, and "
        "where the documents overlap or leave a gap.",
    ),
    named=COMMANDS,
    package="fenji.commands.jurisdiction",
    params=[lang_option()],
)
