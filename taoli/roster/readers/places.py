"""Grade and class names as people write them, made one: 3班, 高一3班 and 高一（3）班 of 高一 are 高一(3)班."""

import re
from dataclasses import dataclass

NUMERALS = "零一二三四五六七八九十"
GRADE = re.compile(
    r"(小学[一二三四五六]年级|小[一二三四五六]|预初|[一二三四五六七八九]年级|初中?[一二三四]|高中?[一二三]|"
    r"(?:初中|高中|小学)?\d{4}级)(?:年级)?"
)
NUMBERED = re.compile(r"\(?(\d{1,3}|[一二三四五六七八九十]{1,3})\)?班?")
YEAR = re.compile(r"\d{4}")
LAST_YEAR = 2100
UNKNOWN_ORDER = 50
ORDERS = {
    **{f"{NUMERALS[n]}年级": n for n in range(1, 10)},
    "预初": 6,
    **{f"初{NUMERALS[n]}": 6 + n for n in range(1, 5)},
    **{f"高{NUMERALS[n]}": 9 + n for n in range(1, 4)},
}


@dataclass(frozen=True, slots=True)
class ClassName:
    """A class by its whole name, its grade and its number in the grade (0 for a class with a name of its own)."""

    name: str
    grade: str
    number: int


def plain(text: str) -> str:
    """Return the text without spaces and with half-width brackets and figures."""
    table = str.maketrans("（）０１２３４５６７８９", "()0123456789")
    return "".join(text.translate(table).split())


def grade_name(text: str) -> str:
    """Return a grade as kept: 高一年级 and 高中一年级 are 高一, 2026 is 2026级."""
    name = plain(text)
    if YEAR.fullmatch(name):
        return f"{name}级"
    name = re.sub(r"^(初|高)中?([一二三四])(?:年级)?$", r"\1\2", name)
    return re.sub(r"^小学?([一二三四五六])(?:年级)?$", r"\1年级", name)


def grade_order(name: str) -> int:
    """Return where a grade stands among the others: youngest first, unknown names last."""
    if year := YEAR.search(name):
        return LAST_YEAR - int(year[0])
    return ORDERS.get(name, UNKNOWN_ORDER)


def class_name(text: str, grade: str = "") -> ClassName | None:
    """Return the class, its grade taken from the text or else from `grade`; None when neither names a grade.

    ValueError when text and column name different grades.
    """
    name, known = plain(text), grade_name(grade) if grade else ""
    match = GRADE.match(name)
    own = grade_name(match[0]) if match else ""
    rest = name[match.end() :] if match else name
    if own and known and own != known:
        raise ValueError(text)
    if known and not own and name.startswith(known):
        own, rest = known, name[len(known) :]
    whole = own or known
    if not whole or not rest:
        return None
    if numbered := NUMBERED.fullmatch(rest):
        number = _number(numbered[1])
        return ClassName(f"{whole}({number})班", whole, number)
    return ClassName(f"{whole}{rest}", whole, 0)


def class_key(name: str) -> str:
    """Return what two spellings of one class share."""
    return re.sub(r"[()班]", "", plain(name))


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (NUMERALS.index(tens) if tens else 1 if ten else 0) * 10 + (NUMERALS.index(ones) if ones else 0)
