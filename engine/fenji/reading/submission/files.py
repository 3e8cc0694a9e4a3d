"""Files of submissions: one subject, a list of them, or `{subjects: […]}`; YAML or JSON."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from fenji.model.diagnostic import Diagnostic
from fenji.model.release import Release
from fenji.model.submission import Submission
from fenji.model.text import Text
from fenji.reading.document import read_file
from fenji.reading.keys import unknown_keys
from fenji.reading.node import Mapping, Node, Sequence
from fenji.reading.refusal import Problems, error, refusal
from fenji.reading.submission.subject import submission_from

SUBJECTS = "subjects"


def read_submissions(path: Path, release: Release) -> tuple[Submission, ...]:
    """Every submission of one file. Raises Refused with all problems of all of them."""
    problems = Problems()
    found = []
    for node in subject_nodes(read_file(path, str(path))):
        with problems.kept():
            found.append(submission_from(node, release))
    problems.add(same_ids(found))
    problems.refuse()
    return tuple(found)


def subject_nodes(node: Node) -> tuple[Node, ...]:
    """The nodes of the single submissions in a file. Raises Refused where there is none."""
    listed: Node | None = node
    if isinstance(node, Mapping) and node.get(SUBJECTS) is not None:
        problems = Problems()
        problems.add(unknown_keys(node, (SUBJECTS,)))
        problems.refuse()
        listed = node.get(SUBJECTS)
    elif isinstance(node, Mapping):
        return (node,)
    if not isinstance(listed, Sequence) or not listed.items:
        raise refusal(
            "no-subject",
            (listed or node).place,
            Text("这里没有填报任何单位", "nothing is submitted here"),
            Text(
                "请写 `subject: {…}` 和 `facts: {…}`，或写成它们的列表",
                "write `subject: {…}` and `facts: {…}`, or a list of such",
            ),
        )
    return listed.items


def same_ids(submissions: Iterable[Submission]) -> tuple[Diagnostic, ...]:
    """A problem for each subject whose id another one before it has too, in whatever file."""
    first: dict[str, Submission] = {}
    problems = []
    for one in submissions:
        before = first.setdefault(one.id, one)
        if before is not one:
            where = before.root.place
            problems.append(
                error(
                    "same-subject",
                    one.root.place,
                    Text(
                        f"`{one.id}` 已经填报过（{where.path} 第 {where.line} 行）",
                        f"`{one.id}` is submitted twice (first at {where.path}:{where.line})",
                    ),
                    Text("请合并，或改正其中一个 id", "merge the two, or mend one of the ids"),
                )
            )
    return tuple(problems)
