"""A made school: plain values with keys of their own, no database. The same seed gives the same school."""

import datetime as dt
import hashlib
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Spec:
    """How large a school to make, and from which seed."""

    code: str
    name: str
    seed: int
    grades: tuple[str, ...]
    classes_per_grade: int
    class_size: int
    teachers: tuple[tuple[str, int], ...]
    birth_year: int
    groups_per_class: int = 6
    boarding_share: float = 0.5


@dataclass(frozen=True)
class MadeStaff:
    """A teacher; `classes` are those taught."""

    number: str
    name: str
    gender: str
    phone: str
    subject: str
    classes: tuple[str, ...]
    introduction: str


@dataclass(frozen=True)
class MadeGuardian:
    """A parent of one or two students."""

    name: str
    phone: str
    relation: str


@dataclass(frozen=True)
class MadeStudent:
    """A student with class, study group, room and parents."""

    number: str
    name: str
    gender: str
    birthday: dt.date
    class_name: str
    seat: int
    group: str
    room: str
    boarder: bool
    address: str
    guardians: tuple[MadeGuardian, ...]


@dataclass(frozen=True)
class MadeClass:
    """A class with its homeroom teacher (a staff number)."""

    name: str
    number: int
    grade: str
    homeroom: str


@dataclass
class MadeSchool:
    """A whole school."""

    spec: Spec
    classes: list[MadeClass] = field(default_factory=list)
    staff: list[MadeStaff] = field(default_factory=list)
    students: list[MadeStudent] = field(default_factory=list)
    grade_leads: dict[str, str] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)

    def digest(self) -> str:
        """Return a hash over everything: two schools with the same one are the same."""
        return hashlib.sha256(repr(_plain(asdict(self))).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return sorted((str(key), _plain(one)) for key, one in value.items())
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value
