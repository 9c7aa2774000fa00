"""What a printed form is made of: parts that both Word and PDF are drawn from, so that they cannot differ.

Texts may hold placeholders: `{{ school }}`, `{{ term }}`, `{{ who }}`, `{{ when }}` of the frame, `{{ sheet.name }}` of
one sheet, and inside `Each` `{{ item.name }}`. Names are the keys of a sheet's data.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from taoli.common.policy import Role

Align = Literal["left", "center", "right"]


class Unit(StrEnum):
    """What one sheet of a form is about, and so what one chooses when printing it."""

    STUDENT = "student"
    MENTOR = "mentor"
    CLASS = "class"
    GRADE = "grade"
    GROUP = "group"
    CONFERENCE = "conference"
    SCHOOL = "school"


class Holds(StrEnum):
    """The most sensitive thing a form holds: decides whether a second person is asked above 50 people (security.md)."""

    INTERNAL = "L2"
    SENSITIVE = "L3"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Cell:
    """A label and what stands beside it in a grid of fields; `name` "" is for the pen, `span` counts value columns."""

    label: str
    name: str = ""
    span: int = 1


@dataclass(frozen=True, slots=True)
class Col:
    """A column of a table: its printed head, the row's field ("" is for the pen) and its share of the width."""

    head: str
    name: str
    width: float = 1.0
    align: Align = "center"


@dataclass(frozen=True, slots=True)
class Title:
    """The form's title with a line under it; `before` is the room above, in points."""

    text: str
    under: str = "{{ school }}    {{ term }}"
    size: float = 18
    before: float = 0


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a form."""

    text: str
    size: float = 12


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; `indent` by two characters as running Chinese text is."""

    text: str
    size: float = 10.5
    align: Align = "left"
    indent: bool = False
    before: float = 4


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """One paragraph for each text of a list of the sheet."""

    name: str
    size: float = 10.5
    indent: bool = True


@dataclass(frozen=True, slots=True)
class Fields:
    """A bordered grid: every row has labels with their values; `pairs` label-value pairs to a full row; `wide` is its
    share of the page's width.
    """

    rows: tuple[tuple[Cell, ...], ...]
    pairs: int = 2
    wide: float = 1.0
    size: float = 10.5


@dataclass(frozen=True, slots=True)
class Rows:
    """A table of a list of the sheet, the head repeated on each page; filled up with empty lines to `least`."""

    name: str
    cols: tuple[Col, ...]
    heading: str = ""
    least: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A bordered box: label on top, long text below that flows over pages; at least `height` cm for the pen."""

    label: str
    name: str
    height: float = 3.0


@dataclass(frozen=True, slots=True)
class Sign:
    """A line to sign on: every part gets a rule and room, the last one is the date."""

    parts: tuple[str, ...]
    dated: bool = True


@dataclass(frozen=True, slots=True)
class Seal:
    """Where the seal goes: who seals, at the right, with the date below; `date` "" is for the pen."""

    who: str = "{{ school }}（盖章）"
    date: str = ""
    size: float = 12
    before: float = 12


@dataclass(frozen=True, slots=True)
class Break:
    """A new page."""


@dataclass(frozen=True, slots=True)
class Each:
    """Parts repeated for every entry of a list of the sheet (`item` inside); `paged`: each on a page of its own."""

    name: str
    parts: "tuple[Part, ...]"
    paged: bool = False


Part = Title | Heading | Text | Paragraphs | Fields | Rows | Box | Sign | Seal | Break | Each


@dataclass(frozen=True, slots=True)
class OfficialForm:
    """A form: what stands on it, what one sheet is about, which published rules give its fields (`own_layout` False
    where a layout is published), who may print it, and a sample with invented people. `ceremonial` papers hang on walls
    or are handed over: no footer, no mark behind the text, no word about the layout.
    """

    key: str
    title: str
    unit: Unit
    parts: tuple[Part, ...]
    sample: Mapping[str, Any]
    roles: tuple[Role, ...]
    landscape: bool = False
    rules: tuple[str, ...] = ()
    own_layout: bool = True
    ceremonial: bool = False
    holds: Holds = Holds.INTERNAL
    keys_of_scheme: tuple[str, ...] = field(default=())
    """Keys under which schemes name this form (`forms:` in scheme.yaml), when they differ from `key`."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet to print: whom or what it is about, a name for its file, and its data (texts, and lists of texts or of
    mappings of texts).
    """

    about: uuid.UUID | None
    name: str
    data: Mapping[str, Any]
