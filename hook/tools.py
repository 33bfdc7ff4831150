"""Tools whose arguments stay on this machine: they read and write its files and nothing else.

What such a tool is called with does not leave, and a placeholder in a path would break it. What it
reads does leave: that is looked at as its result. Every other tool is looked at both ways.
"""

from __future__ import annotations

# Copilot CLI, Claude Code, VS Code, Codex; in lower case without "_" and "-"
_NAMES = """
view read readfile glob grep ls listdir listdirectory filesearch grepsearch
edit multiedit write create createfile createdirectory editfiles replacestringinfile
inserteditintofile strreplace strreplaceeditor applypatch notebookedit notebookread
todowrite updatetodo reportintent updateplan
"""
_LOCAL = frozenset(_NAMES.split())


def is_local(tool: str) -> bool:
    """Whether the arguments of ``tool`` stay on this machine."""
    return tool.lower().replace("_", "").replace("-", "") in _LOCAL
