"""What stands below a folder, and what of it cannot be looked into."""

from __future__ import annotations

from pathlib import Path

from fenji.reading.files_below import files_below
from fenji.reading.system_words import why


def test_files_come_in_the_order_of_their_paths_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.yaml", "a/z.yaml", "a/c/y.yaml", ".git/x.yaml", "a/.x.yaml"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    found = files_below(tmp_path, "rules")
    assert found.problems == ()
    assert [f.relative_to(tmp_path).as_posix() for f in found.files] == [
        "a/c/y.yaml",
        "a/z.yaml",
        "b.yaml",
    ]


def test_a_link_to_a_folder_is_a_problem_at_its_place(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "round").symlink_to(tmp_path)
    (problem,) = files_below(tmp_path, "sites/").problems
    assert (problem.id, str(problem.place)) == ("linked-folder", "sites/a/round:1:1")


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    (problem,) = files_below(tmp_path / "gone", "gone").problems
    assert (problem.id, problem.place.path) == ("unreadable-folder", "gone")
    assert "没有这个文件或文件夹" in problem.message.zh


def test_a_reason_that_nobody_translated_is_given_as_it_is() -> None:
    assert why(OSError(9999, "strange")).zh == "strange"
    assert why(ValueError("embedded null byte")).zh == "embedded null byte"
