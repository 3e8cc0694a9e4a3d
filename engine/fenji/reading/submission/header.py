"""Who a submission is about: `subject: {kind: enterprise, id: …, name: …}`."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from fenji.model.diagnostic import Diagnostic
from fenji.model.place import Place
from fenji.model.text import Text
from fenji.reading.decimal_text import decimal_text
from fenji.reading.keys import missing_keys, unknown_keys
from fenji.reading.node import Mapping, Node, Scalar
from fenji.reading.refusal import Problems, error, refusal
from fenji.reading.submission.credit_code import ALPHABET, LENGTH, check_digit, has_shape

ENTERPRISE = "enterprise"
_KEYS = ("kind", "id", "name")


@dataclass(frozen=True, slots=True)
class Header:
    """The kind, id and name of a subject; `name` may be empty. `kind_node` is where it stands."""

    kind: str
    id: str
    name: str
    place: Place
    kind_node: Scalar | None = None


def header_from(node: Mapping, *, check_codes: bool) -> Header:
    """The header of one submission. Raises Refused.

    An enterprise is known by its unified social credit code. Without `check_codes` (scenarios call
    their subjects what they like) only an id that looks like a code is held to its check digit.
    """
    subject = node.get("subject")
    if not isinstance(subject, Mapping):
        raise refusal(
            "missing-subject",
            subject.place if subject else node.place,
            Text("没有写明单位", "it is not said who this is about"),
            Text(
                "请写 `subject: {kind: enterprise, id: 统一社会信用代码, name: …}`",
                "write `subject: {kind: enterprise, id: CREDIT-CODE, name: …}`",
            ),
        )
    problems = Problems()
    problems.add(unknown_keys(subject, _KEYS))
    problems.add(missing_keys(subject, ("kind", "id")))
    found = dict.fromkeys(_KEYS, "")
    for key in _KEYS:
        with problems.kept():
            found[key] = _words(subject.get(key), key)
    kind, id_ = subject.get("kind"), subject.get("id")
    if found["kind"] == ENTERPRISE and found["id"] and isinstance(id_, Scalar):
        problems.add(_wrong_code(found["id"], id_.place, check_codes))
    problems.refuse()
    kind_node = kind if isinstance(kind, Scalar) else None
    return Header(found["kind"], found["id"], found["name"], subject.place, kind_node)


def _words(node: Node | None, key: str) -> str:
    if node is None or (isinstance(node, Scalar) and node.value is None):
        return ""
    if isinstance(node, Scalar) and isinstance(node.value, str) and node.value.strip():
        return node.value.strip()
    if isinstance(node, Scalar) and isinstance(node.value, Fraction):
        return decimal_text(node.value)
    raise refusal(
        "not-text",
        node.place,
        Text(f"`{key}` 要的是文字", f"`{key}` wants text"),
        Text(f'请写 `{key}: "…"`', f'write `{key}: "…"`'),
    )


def _wrong_code(code: str, place: Place, check_codes: bool) -> list[Diagnostic]:
    if has_shape(code):
        right = check_digit(code[:-1])
        if right == code[-1]:
            return []
        return [
            error(
                "wrong-credit-code",
                place,
                Text(
                    f"统一社会信用代码 `{code}` 的校验位不对",
                    f"the check digit of the unified social credit code `{code}` is wrong",
                ),
                Text(
                    f"前 17 位无误的话，末位应是 `{right}`；请对照营业执照",
                    f"it should be `{right}` if the first 17 are right; compare the licence",
                ),
            )
        ]
    return [_no_code(code, place)] if check_codes else []


def _no_code(code: str, place: Place) -> Diagnostic:
    plain = unicodedata.normalize("NFKC", "".join(code.split())).upper()
    strange = sorted({c for c in plain if c not in ALPHABET})
    help_ = Text("请照营业执照写 18 位代码", "copy the 18 characters from the business licence")
    if has_shape(plain):
        help_ = Text(f"请写 `{plain}`", f"write `{plain}`")
    elif len(plain) == LENGTH and strange:
        shown = ", ".join(f"`{c}`" for c in strange)
        help_ = Text(
            f"代码里没有 {shown.replace(', ', '、')}（字母 I、O、S、V、Z 不用）",
            f"a code never has {shown} in it (nor the letters I, O, S, V, Z)",
        )
    return error(
        "wrong-credit-code",
        place,
        Text(
            f"企业的 id 是 18 位统一社会信用代码，`{code}` 不是",
            f"an enterprise's id is its unified social credit code of {LENGTH} characters, "
            f"and `{code}` is none",
        ),
        help_,
    )
