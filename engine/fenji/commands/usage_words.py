"""What is wrong with the arguments, in both languages; click itself says it in English only."""

from __future__ import annotations

import re
from typing import Any

import click

from fenji.model.text import Text

_VALUE = re.compile(r"^'?(?P<value>.*?)'? is not ", re.DOTALL)
_SURPLUS = re.compile(r"unexpected extra arguments? \((?P<surplus>.*)\)", re.DOTALL)


def worded(error: click.ClickException) -> Text:
    """click's own errors in the reader's words; one that is not known to us stays as it is."""
    if isinstance(error, click.NoSuchOption):
        return _no_such_option(error)
    if isinstance(error, click.BadOptionUsage):
        name = error.option_name
        if "requires" in error.message:
            return Text(f"{name} 后面缺少值", f"{name} wants a value after it")
        return Text(f"{name} 后面不能有值", f"{name} takes no value")
    if isinstance(error, click.MissingParameter) and error.param is not None:
        name = error.param.human_readable_name
        return Text(f"缺少 {name}", f"{name} is missing")
    if isinstance(error, click.BadParameter) and error.param is not None:
        return _bad_value(error, error.param)
    surplus = _SURPLUS.search(error.message)
    if surplus is not None:
        return Text(f"多出了 `{surplus['surplus']}`", f"`{surplus['surplus']}` is too much")
    return Text(f"用法不对：{error.format_message()}", error.format_message())


def _no_such_option(error: click.NoSuchOption) -> Text:
    zh, en = f"没有选项 `{error.option_name}`", f"there is no option `{error.option_name}`"
    if not error.possibilities:
        return Text(zh, en)
    near = error.possibilities[0]
    return Text(f"{zh}，是不是 `{near}`？", f"{en}; did you mean `{near}`?")


def _bad_value(error: click.BadParameter, param: click.Parameter) -> Text:
    name = param.opts[0] if isinstance(param, click.Option) else param.human_readable_name
    found = _VALUE.match(error.message)
    zh = f"{name} 的值不对" if found is None else f"{name} 不能是 `{found['value']}`"
    en = f"bad value for {name}" if found is None else f"{name} cannot be `{found['value']}`"
    wanted = _wanted(param.type)
    if wanted is None:
        return Text(f"{zh}：{error.message}", f"{en}: {error.message}")
    return Text(f"{zh}，可以是{wanted.zh}", f"{en}: it can be {wanted.en}")


def _wanted(type_: click.ParamType[Any]) -> Text | None:
    if isinstance(type_, click.Choice):
        words = [str(choice) for choice in type_.choices]
        return Text(" " + "、".join(words), ", ".join(words))
    if isinstance(type_, click.IntRange) and type_.min is not None and type_.max is None:
        return Text(f"不小于 {type_.min} 的整数", f"a whole number from {type_.min} on")
    return None
