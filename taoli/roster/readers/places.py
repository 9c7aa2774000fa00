"""Grade and class names as people write them, made one: 3班, 高一3班 and 高一（3）班 of 高一 are 高一(3)班.

2026级3班 is a class by its year of entry, G1-3 one of a timetable: which grade that is, the school's stages say.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from taoli.roster.readers.columns import half

NUMERALS = "零一二三四五六七八九十"
GRADE = re.compile(
    r"(小学[一二三四五六]年级|小[一二三四五六]|预初|[一二三四五六七八九]年级|初中?[一二三四]|高中?[一二三]|"
    r"[高初小][1-6](?=[(\-]|年级)|(?:初中|高中|小学|初|高)?\d{4}级)(?:年级)?"
)
CODED = re.compile(r"([GCX])(\d{1,2})[-(.](\d{1,2})\)?班?", re.IGNORECASE)
ENTRY = re.compile(r"(高中|初中|小学|高|初)?(\d{4})级")
NUMBERED = re.compile(r"-?\(?(\d{1,3}|[一二三四五六七八九十]{1,3})\)?班?")
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


@dataclass(frozen=True, slots=True)
class Stages:
    """How this school's grades are called: the first year of the school year, and by stage the names of its years."""

    year: int
    names: tuple[tuple[str, ...], ...] = ()

    def of_entry(self, stage: str, entry: int) -> str:
        """Return the grade of those who came in a year, or an empty text when it is not plain which."""
        years = self.year - entry
        found = [names for names in self.names if not stage or _stage(names) == stage[0]]
        if len(found) == 1 and 0 <= years < len(found[0]):
            return found[0][years]
        return ""

    def of_code(self, letter: str, number: int) -> str:
        """Return the grade of a code: G1 高一 (in a primary school 一年级), G10 高一, C2 初二, X3 三年级."""
        wanted = {"G": "高", "C": "初", "X": "小"}[letter]
        if letter == "G" and number > len(HIGH):
            return next((names[place] for names, place in self._counted(number)), "")
        own = next((names for names in self.names if _stage(names) == wanted), None)
        if letter == "G" and own is None and len(self.names) == 1 and _stage(self.names[0]) == "小":
            own = self.names[0]
        own = own or {"G": HIGH, "C": MIDDLE, "X": PRIMARY}[letter]
        return own[number - 1] if 0 < number <= len(own) else ""

    def _counted(self, number: int) -> Iterable[tuple[tuple[str, ...], int]]:
        for names in (PRIMARY, SEVENTH, HIGH):
            first = {PRIMARY: 1, SEVENTH: 7, HIGH: 10}[names]
            if first <= number < first + len(names):
                own = next((mine for mine in self.names if _stage(mine) == _stage(names)), names)
                yield own, number - first


PRIMARY = tuple(f"{NUMERALS[n]}年级" for n in range(1, 7))
SEVENTH = tuple(f"{NUMERALS[n]}年级" for n in range(7, 10))
MIDDLE = tuple(f"初{NUMERALS[n]}" for n in range(1, 5))
HIGH = tuple(f"高{NUMERALS[n]}" for n in range(1, 4))
# How old somebody is on the first of September of the year of entry.
AGES = ((5, 9, PRIMARY), (10.5, 13.6, SEVENTH), (13.9, 18, HIGH))
SEPTEMBER = 9


def _stage(names: tuple[str, ...]) -> str:
    return {PRIMARY: "小", HIGH: "高"}.get(names, "初")


def school_year(today: dt.date) -> int:
    """Return the first year of the school year; August already belongs to the next."""
    return today.year - (today.month < SEPTEMBER - 1)


def stages_of(texts: Iterable[str], today: dt.date) -> Stages:
    """Return the stages that grade names, titles and file names show."""
    found: dict[tuple[str, ...], None] = {}
    for text in texts:
        name = plain(text)
        for names in (PRIMARY, SEVENTH, MIDDLE, HIGH):
            word = {PRIMARY: "小学", SEVENTH: "\0", MIDDLE: "初中", HIGH: "高中"}[names]
            if word in name or any(grade in name for grade in names):
                found[names] = None
    if SEVENTH in found and MIDDLE in found:
        del found[MIDDLE]
    return Stages(school_year(today), tuple(found))


def stage_by_age(ages: Iterable[float], year: int) -> Stages:
    """Return the one stage whose age at entry most have, or none."""
    middle = sorted(ages)
    age = middle[len(middle) // 2] if middle else 0
    return Stages(year, tuple(names for least, most, names in AGES if least <= age < most))


def looks_like_class(text: str) -> bool:
    """Say whether a text is a class with or without its grade."""
    name = plain(text)
    if CODED.fullmatch(name):
        return True
    match = GRADE.match(name)
    rest = name[match.end() :] if match else name
    return bool(rest) and (rest.endswith("班") or bool(match and NUMBERED.fullmatch(rest)))


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return the text half-width and without spaces."""
    return "".join(half(text).split())


@lru_cache(maxsize=512)
def grade_name(text: str) -> str:
    """Return a grade as kept: 高一年级 and 高中一年级 are 高一, 2026 is 2026级."""
    name = plain(text)
    if YEAR.fullmatch(name):
        return f"{name}级"
    name = re.sub(r"^([高初小])([1-6])(?:年级)?$", lambda found: found[1] + NUMERALS[int(found[2])], name)
    name = re.sub(r"^(初|高)中?([一二三四])(?:年级)?$", r"\1\2", name)
    return re.sub(r"^小学?([一二三四五六])(?:年级)?$", r"\1年级", name)


def grade_order(name: str) -> int:
    """Return where a grade stands among the others: youngest first, unknown names last."""
    if year := YEAR.search(name):
        return LAST_YEAR - int(year[0])
    return ORDERS.get(name, UNKNOWN_ORDER)


@lru_cache(maxsize=4096)
def class_name(text: str, grade: str = "", stages: Stages | None = None) -> ClassName | None:
    """Return the class, its grade taken from the text or else from `grade`; None when neither names a grade.

    With `stages` a year of entry and a timetable's code become the grade they are this school year.
    ValueError when text and column name different grades.
    """
    name, known = plain(text), grade_name(grade) if grade else ""
    if coded := CODED.fullmatch(name):
        name = f"{(stages or Stages(0)).of_code(coded[1].upper(), int(coded[2]))}({coded[3]})班"
    match = GRADE.match(name)
    own = grade_name(match[0]) if match else ""
    rest = name[match.end() :] if match else name
    own, known = _this_year(own, known, stages), _this_year(known, own, stages)
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


def _this_year(name: str, other: str, stages: Stages | None) -> str:
    """Return a grade by its year of entry as it is called this year; as it was when that is not known."""
    entry = ENTRY.fullmatch(name)
    if not entry or stages is None:
        return name
    # A grade beside it that is called by its name says the stage too.
    beside = stages_of([other], dt.date(stages.year, SEPTEMBER, 1))
    stage = entry[1] or (_stage(beside.names[0]) if len(beside.names) == 1 else "")
    own = Stages(stages.year, beside.names) if beside.names else stages
    return own.of_entry(stage, int(entry[2])) or name


@lru_cache(maxsize=4096)
def class_key(name: str) -> str:
    """Return what two spellings of one class share."""
    return re.sub(r"[()班]", "", plain(name))


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (NUMERALS.index(tens) if tens else 1 if ten else 0) * 10 + (NUMERALS.index(ones) if ones else 0)
