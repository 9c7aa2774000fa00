"""What a habit is: the files of one office, which facts of the school they carry, and what a person must correct."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.roster.corpora.school import PUPILS, ROOMS, TEACHERS, groups

STUDENTS = frozenset({"students"})
FULL = STUDENTS | {"gender", "birthday", "guardians", "guardian_phone"}
STAFF = frozenset({"staff", "subject", "staff_phone"})


@dataclass(frozen=True, slots=True)
class Correction:
    """A column of a table (or, without a heading, the table itself) means something else than was guessed."""

    table: str
    heading: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Habit:
    """Files by name, the facts they carry, corrections (at most two)."""

    files: tuple[tuple[str, bytes], ...]
    carries: frozenset[str]
    corrections: tuple[Correction, ...] = ()


Maker = Callable[[], Habit]
HABITS: dict[str, Maker] = {}


def habit(make: Maker) -> Maker:
    """Keep a maker under its name; its docstring describes the office."""
    HABITS[make.__name__] = make
    return make


def facts(carries: frozenset[str]) -> dict[str, Any]:
    """Return the roster that must come of a habit: what it does not carry is empty."""

    def carried(what: str, value: object) -> object:
        return value if what in carries else ""

    return {
        "students": {
            one.number: (
                one.name,
                one.room,
                carried("gender", "f" if one.gender == "女" else "m"),
                carried("seat", one.seat),
                carried("birthday", one.birthday.isoformat()),
            )
            for one in PUPILS
        },
        "guardians": _guardians(carries),
        "staff": {
            one.number: (one.name, carried("subject", one.subject), carried("staff_phone", one.phone))
            for one in TEACHERS
            if "staff" in carries
        },
        "homerooms": {one.homeroom: one.number for one in TEACHERS if one.homeroom and "homerooms" in carries},
        "groups": {(one.number, one.room, one.group) for one in PUPILS if "groups" in carries},
        "teaching": {
            (room, one.subject, one.number) for room in ROOMS for one in TEACHERS[:5] if "teaching" in carries
        },
        "pairs": {
            (mentor.number, one.number) for _r, _g, mentor, ones in groups() for one in ones if "pairs" in carries
        },
    }


def _guardians(carries: frozenset[str]) -> dict[tuple[str, str], tuple[str, str]]:
    if "guardians" not in carries:
        return {}
    relation, phone = "relation" in carries, "guardian_phone" in carries
    return {
        (one.number, one.guardian): (one.relation if relation else "", one.phone if phone else "") for one in PUPILS
    }


def staff_rows() -> list[list[str]]:
    """Return the headings and rows of a plain list of staff."""
    head = ["工号", "姓名", "性别", "任教学科", "手机"]
    return [head, *([one.number, one.name, one.gender, one.subject, one.phone] for one in TEACHERS)]
