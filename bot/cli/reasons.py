"""What the system says about a file, in Chinese and in words that help."""

from __future__ import annotations

import errno

_WORDS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "这里只能读，不能写",
    errno.ENOENT: "没有这个文件或目录",
    errno.ENOTDIR: "路径里有一段不是目录",
    errno.EISDIR: "这是一个目录",
    errno.EEXIST: "已经有同名的文件",
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "超过了磁盘配额",
    errno.EADDRINUSE: "已经有程序在用",
    errno.ENAMETOOLONG: "名字太长",
}


def reason(error: Exception) -> str:
    """Why it did not work; the system's number where we have no words. Our own errors speak."""
    if isinstance(error, UnicodeDecodeError):
        return "不是 UTF-8 编码的文本"
    if not isinstance(error, OSError):
        return str(error)
    return _WORDS.get(error.errno or 0, f"系统错误 {error.errno}")
