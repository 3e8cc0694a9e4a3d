"""Why the system did not let a file be read or written, in both languages."""

from __future__ import annotations

import errno

from fenji.model.text import Text

_CHINESE = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "这是一个文件夹",
    errno.EEXIST: "已有同名文件",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ELOOP: "链接绕成了圈",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘只读",
    errno.EIO: "磁盘读写出错",
}


def why(error: OSError | ValueError) -> Text:
    """The reason in the system's own words; in Chinese where it is a common one."""
    words = getattr(error, "strerror", None) or str(error)
    return Text(_CHINESE.get(getattr(error, "errno", None) or 0, words), words)
