"""Pages as text for a terminal and as Markdown."""

from __future__ import annotations

from fenji.writing.display_width import display_width
from fenji.writing.page.blocks import (
    Branch,
    Divider,
    Entry,
    Heading,
    Page,
    Paragraph,
    Run,
    Table,
    Title,
    line,
)
from fenji.writing.page.markdown import as_markdown
from fenji.writing.page.terminal import as_terminal

TREE = Branch(
    line("any of these"), (Branch(line("one"), (Branch(line("deep")),)), Branch(line("two")))
)
PAGE: Page = (
    Title("皖西", line("below")),
    Heading("Table", 2),
    Table(("事项", "value"), ((line("级别"), line("a")), (line("b"), line(Run("red", "red"))))),
    Heading("Entries"),
    Entry(line("first"), (line("detail"),), (TREE,)),
    Entry(line("second")),
    Divider(),
    Paragraph(line("end")),
)


def test_a_terminal_gets_columns_and_trees() -> None:
    assert as_terminal(PAGE, width=40).splitlines() == [
        "皖西",
        "below",
        "─" * 40,
        "Table  2",
        "  事项  value",
        "  级别  a",
        "  b     red",
        "",
        "Entries",
        "  · first",
        "    detail",
        "    any of these",
        "    ├ one",
        "    │ └ deep",
        "    └ two",
        "  · second",
        "",
        "─" * 40,
        "  end",
    ]


def test_colour_is_only_what_stands_around_the_words() -> None:
    coloured = as_terminal(PAGE, width=40, colour=True)
    assert "\x1b[1;31mred\x1b[0m" in coloured
    assert "\x1b" not in as_terminal(PAGE, width=40)


def test_a_table_shares_the_room_there_is() -> None:
    long = line("重大危险源" * 8)
    table = Table(("short", "long", "longer"), ((line("id"), long, (*long, *long)),))
    rows = as_terminal((table,), width=60).splitlines()
    assert max(display_width(row) for row in rows) <= 60
    assert "".join(rows).count("源") == 24


def test_a_name_in_a_table_is_not_parted_where_it_fits() -> None:
    name = "operators_below_senior_secondary"
    table = Table(("name", "meaning"), ((line(name), line("未达到高中以上文化程度" * 5)),))
    assert name in as_terminal((table,), width=80)


def test_markdown_has_headings_tables_and_lists() -> None:
    assert as_markdown(PAGE).splitlines() == [
        "# 皖西",
        "",
        "below",
        "",
        "## Table (2)",
        "",
        "| 事项 | value |",
        "| --- | --- |",
        "| 级别 | a |",
        "| b | **red** |",
        "",
        "## Entries",
        "",
        "- first",
        "  - detail",
        "  - any of these",
        "    - one",
        "      - deep",
        "    - two",
        "- second",
        "",
        "---",
        "",
        "end",
    ]


def test_words_are_never_markup() -> None:
    page = (Title("*a*|b", ()), Table(("x",), ((line("<b>|[c](d)"),),)))
    text = as_markdown(page)
    assert "\\*a\\*\\|b" in text
    assert "| \\<b\\>\\|\\[c\\](d) |" in text
