"""Tables with the same headings are asked about once: which kind, and what each column means."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from taoli.roster.readers.columns import (
    BY_KEY,
    NO_ROSTER,
    PHONES,
    STUDENTS,
    SUBJECTS,
    TAUGHT,
    Sheet,
    names_of,
    sheet_of,
)
from taoli.roster.readers.guess import IGNORE, ColumnGuess, Guess, TablePlace, Told
from taoli.roster.readers.kinds import kind_by_headings
from taoli.roster.readers.layout import Area
from taoli.roster.readers.scan import letters
from taoli.roster.readers.words import LEAST_SHARED, UNREAD, any_duty, holds, nearness

IDENTITY = re.compile(r"\d{17}[\dXx]|\d{15}")
SAMPLES = 2
LONGEST_SAMPLE = 24
CERTAIN = frozenset(("known", "remembered", "confirmed", "unknown"))
FAMILY = re.compile("家长|监护|父|母|爸|妈|亲属")
NOTES = frozenset(("备注", "职务", "担任职务", "任职", "岗位", "职务岗位", "说明", "行政职务", "任职情况"))
# What must be found among columns without telling headings, and what is worth asking about.
WANTED = {
    "students": ("number", "name", "class", "gender"),
    "staff": ("number", "name"),
    "teaching": ("class", "subject", "staff_name"),
    "guardians": ("student_name", "name", "phone"),
}
Found = dict[int, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Group:
    """Tables of one look and what they are taken for."""

    guess: Guess
    areas: tuple[Area, ...]


def guess_all(areas: Iterable[Area], told: Told) -> list[Group]:
    """Return the tables grouped by their look, each with its guess, in the order of the files."""
    looks: dict[str, list[Area]] = {}
    for area in areas:
        looks.setdefault(_look(area), []).append(area)
    return [_guess(look, tuple(alike), told) for look, alike in looks.items()]


def _named(area: Area) -> str:
    """Return the kind that the sheet's name says, or the file's where the sheet's says nothing."""
    sheet = sheet_of(area.sheet) or sheet_of(area.file.rpartition(".")[0])
    return sheet.key if sheet else ""


def _look(area: Area) -> str:
    placed = "placed" if area.context else ""
    parts = [_named(area), placed, "hidden" if area.hidden else "", *(head.plain for head in area.heads)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def _guess(look: str, areas: tuple[Area, ...], told: Told) -> Group:
    first = areas[0]
    kind, certain, why = _kind(look, first, told)
    values = [_values(areas, place) for place in range(len(first.heads))]
    found = {} if kind == IGNORE else _columns(look, first, BY_KEY[kind], values, told)
    columns = tuple(
        _column(place, first, values[place], *found.get(place, (IGNORE, "unknown")))
        for place in range(len(first.heads))
    )
    guess = Guess(look, kind, certain, why, columns, tuple(_place(area) for area in areas))
    return Group(guess, areas)


def _kind(look: str, area: Area, told: Told) -> tuple[str, bool, str]:
    kind, why = told.kind(look)
    if kind:
        return kind, True, why
    if area.hidden:
        return IGNORE, True, "hidden"
    if named := _named(area):
        return named, True, "name"
    if area.sheet in NO_ROSTER:
        return IGNORE, True, "name"
    kind, certain = kind_by_headings([head.plain for head in area.heads], placed=bool(area.context))
    return kind, certain or kind == IGNORE, "unknown" if kind == IGNORE else "headings"


def _values(areas: Sequence[Area], place: int) -> list[str]:
    found: list[str] = []
    for area in areas:
        found += area.values(place)
    return found


def _place(area: Area) -> TablePlace:
    context = area.context
    return TablePlace(
        area.file,
        area.sheet,
        area.block,
        area.row,
        len(area.rows),
        area.hidden,
        context.school_class,
        context.grade,
        context.group,
        context.leader,
        context.homeroom,
    )


def _column(place: int, area: Area, values: Sequence[str], key: str, why: str) -> ColumnGuess:
    head = area.heads[place]
    shown = () if key == "identity_number" else tuple(_shown(value) for value in dict.fromkeys(values[:40]))[:SAMPLES]
    return ColumnGuess(str(place), letters(head.column), head.text, shown, key, why in CERTAIN, why)


def _shown(value: str) -> str:
    return IDENTITY.sub("…", value.replace("\0", ""))[:LONGEST_SAMPLE]


def _columns(look: str, area: Area, sheet: Sheet, values: list[list[str]], told: Told) -> Found:
    plains = [head.plain for head in area.heads]
    found: Found = {}
    for place, plain in enumerate(plains):
        key, why = told.column(look, sheet.key, place, plain)
        if key:
            found[place] = key, why
    _by_name(sheet, plains, values, found)
    _family(sheet, plains, found)
    _by_nearness(sheet, plains, values, found)
    _by_content(sheet, plains, values, found)
    _family(sheet, plains, found)
    return found


def _by_name(sheet: Sheet, plains: list[str], values: list[list[str]], found: Found) -> None:
    names = names_of(sheet)
    for place, plain in enumerate(plains):
        if place in found:
            continue
        key = names.get(plain, "")
        if sheet.key == "teaching" and plain in SUBJECTS:
            key = TAUGHT + plain
        if key == "homeroom" and sheet.key == "teaching" and holds(values[place], "name"):
            key = "homeroom_name"
        if key:
            found[place] = key, "known"
        elif sheet.key == "staff" and plain in NOTES and any_duty(values[place]):
            found[place] = "duty", "content"
        elif plain in UNREAD and not (plain == "编号" and sheet.key in {"students", "staff"}):
            found[place] = IGNORE, "known"
    _settle_doubles(sheet, plains, found)


def _settle_doubles(sheet: Sheet, plains: list[str], found: Found) -> None:
    """Of two columns of one meaning keep the one whose heading says it best; 学号 before 学籍号 goes without asking."""
    by_key: dict[str, list[int]] = {}
    for place, (key, _why) in found.items():
        if key != IGNORE:
            by_key.setdefault(key, []).append(place)
    for key, places in by_key.items():
        open_ones = [place for place in places if found[place][1] == "known"]
        if len(places) < len(("one", "other")) or not open_ones:
            continue
        names = sheet.column(key).names
        told = [place for place in places if place not in open_ones]
        kept = told or sorted(open_ones, key=lambda place: (names.index(plains[place]), place))[:1]
        for place in open_ones:
            if place not in kept:
                sure = key == "number" and plains[place] != plains[kept[0]] and "学籍号" in plains[place]
                found[place] = IGNORE, "known" if sure or told else "twice"


def _family(sheet: Sheet, plains: list[str], found: Found) -> None:
    """In a list of students, give 电话 and 关系 to the member of the family whose name stands beside them."""
    if sheet.key != STUDENTS.key:
        return
    held = {key for key, _why in found.values()}
    names = [place for place, (key, _why) in found.items() if key.endswith("_name") and key != "homeroom_name"]
    for place, plain in enumerate(plains):
        if place in found or not names:
            continue
        before = [one for one in names if one < place]
        near = max(before) if before else min(names)
        member = found[near][0].removesuffix("_name")
        tail = "phone" if plain in PHONES or plain.endswith(("电话", "手机")) else ""
        tail = "relation" if plain in {"关系", "与学生关系", "称谓", "与学生的关系", "与本人关系"} else tail
        key = f"{member}_{tail}"
        others = tail == "phone" and any(word in plain for word in ("学生", "本人", "教师", "班主任"))
        if tail and key not in held and not others:
            beside = before and all(one in found and found[one][0].startswith(member) for one in range(near, place))
            sure = beside and (plain in PHONES or tail == "relation") and found[near][1] in CERTAIN
            found[place] = key, "known" if sure else "similar"
            held.add(key)


def _by_nearness(sheet: Sheet, plains: list[str], values: list[list[str]], found: Found) -> None:
    taken = {key for key, _why in found.values()}
    pairs = sorted(
        (
            (-nearness(plain, name), place, column.key)
            for place, plain in enumerate(plains)
            if place not in found and plain
            for column in sheet.columns
            if column.key not in taken
            for name in column.names
            if nearness(plain, name) > LEAST_SHARED
        ),
    )
    for _near, place, key in pairs:
        if place not in found and key not in taken and holds(values[place], _kind_of(sheet, key)):
            found[place] = key, "similar"
            taken.add(key)


def _kind_of(sheet: Sheet, key: str) -> str:
    return sheet.column(key).kind


def _by_content(sheet: Sheet, plains: list[str], values: list[list[str]], found: Found) -> None:
    taken = {key for key, _why in found.values()}
    rest = [place for place in range(len(plains)) if place not in found and values[place]]
    for key in WANTED.get(sheet.key, ()):
        fits = [
            place for place in rest if holds(values[place], _kind_of(sheet, key)) and not FAMILY.search(plains[place])
        ]
        if key not in taken and fits:
            found[fits[0]] = key, "content"
            rest.remove(fits[0])
    members = [place for place in rest if holds(values[place], "name")]
    if sheet.key == STUDENTS.key and "guardian_name" not in taken and members:
        telling = [place for place in members if FAMILY.search(plains[place])]
        if telling:
            found[telling[0]] = "guardian_name", "content"
