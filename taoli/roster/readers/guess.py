"""What a table and its columns seem to mean. Whatever is not certain is asked, never taken for granted."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from taoli.roster.readers.columns import BY_KEY, TAUGHT

IGNORE = "ignore"
KIND_OF_SHEET = "sheet"
# What the office says: {guess id: {"kind": sheet key or "ignore", "columns": {place: column key or "ignore"}}}.
Corrections = Mapping[str, Mapping[str, Any]]
# {sheet kind: {heading: column key}}, and under "sheet" {guess id: sheet kind}.
Memory = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """One column: its place in the table (from 0, as text), letter, heading, two values, meaning and why.

    `why`: known, remembered, confirmed (all certain); similar, content, twice (to be confirmed); unknown (not read).
    """

    place: str
    letter: str
    heading: str
    samples: tuple[str, ...]
    key: str
    certain: bool
    why: str


@dataclass(frozen=True, slots=True)
class TablePlace:
    """Where a table stands, how many rows it has, and what its title, sheet or file name say about all of them."""

    file: str
    sheet: str
    block: int
    row: int
    rows: int
    hidden: bool = False
    school_class: str = ""
    grade: str = ""
    group: str = ""
    leader: str = ""
    homeroom: str = ""


@dataclass(frozen=True, slots=True)
class Guess:
    """Tables with the same headings, asked about once; `kind` is a sheet's key (columns.py) or "ignore".

    `kind_why`: name, headings, remembered, confirmed, hidden, unknown.
    """

    id: str
    kind: str
    kind_certain: bool
    kind_why: str
    columns: tuple[ColumnGuess, ...]
    places: tuple[TablePlace, ...]

    @property
    def questions(self) -> int:
        """How many things of it are to be confirmed."""
        if not self.kind_certain:
            return 1 + sum(not column.certain for column in self.columns)
        return 0 if self.kind == IGNORE else sum(not column.certain for column in self.columns)

    def as_json(self, *, samples: bool = True) -> dict[str, Any]:
        """Return it as kept with an import; without the values once nothing is asked any more."""
        columns = self.columns if samples else tuple(replace(one, samples=()) for one in self.columns)
        return asdict(replace(self, columns=columns)) | {"questions": self.questions}


@dataclass(frozen=True, slots=True)
class Told:
    """What is known before guessing: the office's corrections of this import, and what it said earlier."""

    corrections: Corrections
    memory: Memory

    def kind(self, guess_id: str) -> tuple[str, str]:
        """Return (kind, why) of a table, or two empty texts."""
        kind = self.corrections.get(guess_id, {}).get("kind", "")
        if kind == IGNORE or kind in BY_KEY:
            return kind, "confirmed"
        kind = self.memory.get(KIND_OF_SHEET, {}).get(guess_id, "")
        return (kind, "remembered") if kind == IGNORE or kind in BY_KEY else ("", "")

    def column(self, guess_id: str, kind: str, place: int, plain: str) -> tuple[str, str]:
        """Return (meaning, why) of a column, or two empty texts."""
        key = self.corrections.get(guess_id, {}).get("columns", {}).get(str(place), "")
        if means(kind, key):
            return key, "confirmed"
        key = self.memory.get(kind, {}).get(plain, "") if plain else ""
        return (key, "remembered") if means(kind, key) else ("", "")


def means(kind: str, key: str) -> bool:
    """Say whether a key is one of the meanings a column of this kind of table may have."""
    if key == IGNORE:
        return True
    return any(key == column.key for column in BY_KEY[kind].all) or (kind == "teaching" and key.startswith(TAUGHT))


def meanings(kind: str) -> list[tuple[str, str]]:
    """Return (key, everyday heading) of everything a column of this kind of table may mean, for choosing."""
    return [(column.key, column.names[0] if column.names else column.key) for column in BY_KEY[kind].all]
