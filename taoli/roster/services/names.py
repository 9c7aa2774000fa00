"""How names are sorted and found: pinyin, then initials."""

from pypinyin import Style, lazy_pinyin

LONGEST = 120


def sort_key(name: str) -> str:
    """Return "linzihan lzh" for 林子涵: sorts by sound, and holds the initials people type."""
    sounds = "".join(lazy_pinyin(name)).lower()
    initials = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).lower()
    return f"{sounds} {initials}"[:LONGEST]
