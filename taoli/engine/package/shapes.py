"""The shapes of a package: manifest, a student's file, the restricted part, the receipt, a school's card."""

import datetime as dt
import uuid
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictInt, StringConstraints

OLDEST, NEWEST = 1, 1
# A section may be empty, and says so; it may not be left out.
REQUIRED = ("goals", "contacts", "evaluations")
MOST_STUDENTS, MOST_PARTS = 80, 4_000

Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]{43}=$")]
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Code = Annotated[str, StringConstraints(min_length=1, max_length=30, pattern=r"^[\w-]+$")]
Name = Annotated[str, StringConstraints(min_length=1, max_length=80)]
Short = Annotated[str, StringConstraints(max_length=200)]
Text = Annotated[str, StringConstraints(max_length=5_000)]
PartName = Annotated[
    str, StringConstraints(pattern=r"^(student/\d{4}\.json|files/[0-9a-f]{32}\.(jpg|pdf)|restricted\.bin)$")
]
Moment = Annotated[dt.datetime, Field(description="with the offset of its time zone")]


class Shape(BaseModel):
    """Nothing but what is named here."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Sender(Shape):
    """Who sends: the school, and the key that signs."""

    code: Code
    name: Name
    sign_key: Key


class Receiver(Shape):
    """Who receives: the school, its key, and the person whom the package is for."""

    code: Code
    name: Name
    person: Name
    box_key: Key


class Part(Shape):
    """One part: SHA-256 and bytes as it stands in the file, bytes when it is opened."""

    name: PartName
    sha256: Hash
    size: Annotated[int, Field(ge=1)]
    opened: Annotated[int, Field(ge=0)]


class Manifest(Shape):
    """What a package is; signed. No name of a student is in it."""

    format: Literal["taoli-package"]
    version: StrictInt
    id: uuid.UUID
    created: Moment
    expires: dt.date
    reply_by: dt.date
    scope: Literal["student", "class"]
    students: Annotated[int, Field(ge=1, le=MOST_STUDENTS)]
    sender: Sender
    receiver: Receiver
    ephemeral: Key
    parts: Annotated[tuple[Part, ...], Field(min_length=1, max_length=MOST_PARTS)]

    @property
    def restricted(self) -> bool:
        """Say whether there is a restricted part."""
        return any(part.name == "restricted.bin" for part in self.parts)


class Person(Shape):
    """Who the student is; what the next school's roster needs and no more."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=60)]
    number: Annotated[str, StringConstraints(max_length=30)]
    gender: Literal["f", "m", ""] = ""
    birthday: dt.date | None = None
    school_class: Annotated[str, StringConstraints(max_length=60)] = ""


class Entry(Shape):
    """One line of a section: a day, what kind, the words, whose; files by the names of their parts."""

    on: dt.date
    kind: Annotated[str, StringConstraints(max_length=60)] = ""
    text: Text
    by: Annotated[str, StringConstraints(max_length=80)] = ""
    files: tuple[PartName, ...] = ()


class Section(Shape):
    """A section of the archive; no entries: nothing was recorded."""

    key: Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,30}$")]
    title: Name
    entries: tuple[Entry, ...] = ()


class Farewell(Shape):
    """The sentence of the old mentor to the new one."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=500)]
    by: Name
    on: dt.date


class Mark(Shape):
    """Key attention, renewed for the way: it ends by itself at `until`; its reason is in the restricted part."""

    since: dt.date
    until: dt.date


class StudentFile(Shape):
    """One student: strengths first, then the sections, the old mentor's sentence, marks that end by themselves."""

    person: Person
    strengths: tuple[Short, ...] = ()
    farewell: Farewell | None = None
    sections: tuple[Section, ...] = ()
    attention: tuple[Mark, ...] = ()

    def lacking(self) -> tuple[str, ...]:
        """Return the required sections that are left out."""
        there = {one.key for one in self.sections}
        return tuple(key for key in REQUIRED if key not in there)


class RestrictedLine(Shape):
    """What only named people read of one student (by the place of the student's part), and why it is handed over."""

    student: Annotated[int, Field(ge=1, le=MOST_STUDENTS)]
    text: Text
    reason: Annotated[str, StringConstraints(min_length=1, max_length=500)]


class Restricted(Shape):
    """The restricted part."""

    lines: Annotated[tuple[RestrictedLine, ...], Field(min_length=1)]


class Receipt(Shape):
    """The receiver's answer to one package."""

    format: Literal["taoli-receipt"]
    version: StrictInt
    package: uuid.UUID
    manifest: Hash
    state: Literal["received", "refused"]
    at: Moment
    school: Code
    by: Name
    students: Annotated[int, Field(ge=0, le=MOST_STUDENTS)]
    reason: Short = ""


class SchoolCard(Shape):
    """What one school tells another of itself beforehand."""

    format: Literal["taoli-school"]
    version: StrictInt
    code: Code
    name: Name
    sign_key: Key
    box_key: Key
    address: Annotated[str, StringConstraints(max_length=200, pattern=r"^(https://\S+)?$")] = ""
