"""A round of matching as one JSON object.

`mode` "fair" (default), "most_satisfied", "ruled" or "assigned"; `seed` (the lottery's number, default 0);
`students` [{id, name, class_id, gender, layer, categories [..], wishes, same_gender}], where `wishes` lists mentor ids
from the first wish on, and a list in place of an id is a tie;
`mentors` [{id, name, min, target, max, classes [..], marks {student id: "first" or "fine"}, absent, gender,
everywhere}];
`units` [{id, student_ids [..], class_id, homeroom_mentor, claimed_by [..], wishes}];
`rules` {max_classes_per_mentor (default 2, null for none), teaches_class, apart [[..]], together [[..]],
pinned {student id: [mentor id, reason]}, category_cap {category: most per mentor}, weights {rank, layer, gender,
category, same_gender, class_spread, mark}}; the weights are those of the mode "ruled".
Only ids and a mentor's `max` are required.
"""

from typing import Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, NonNegativeInt

from taoli.engine.formats.rounds import Round
from taoli.engine.matching import Mentor, Problem, Rules, Student, Unit, Weights

Tiers: TypeAlias = tuple[str | tuple[str, ...], ...]
Soft: TypeAlias = Literal["rank", "layer", "gender", "category", "same_gender", "class_spread", "mark"]


class Row(BaseModel):
    """Unknown names are refused: a misspelt rule must not be dropped in silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class StudentRow(Row):
    id: str
    name: str = ""
    class_id: str = ""
    gender: str = ""
    layer: str = ""
    categories: frozenset[str] = frozenset()
    wishes: Tiers = ()
    same_gender: bool = False


class MentorRow(Row):
    id: str
    name: str = ""
    min: NonNegativeInt = 0
    target: NonNegativeInt | None = None
    max: NonNegativeInt
    classes: frozenset[str] = frozenset()
    marks: dict[str, Literal["first", "fine"]] = {}
    absent: bool = False
    gender: str = ""
    everywhere: bool = False


class UnitRow(Row):
    id: str
    student_ids: tuple[str, ...]
    class_id: str = ""
    homeroom_mentor: str = ""
    claimed_by: tuple[str, ...] = ()
    wishes: Tiers = ()


class RuleRows(Row):
    max_classes_per_mentor: NonNegativeInt | None = 2
    teaches_class: bool = False
    apart: tuple[frozenset[str], ...] = ()
    together: tuple[frozenset[str], ...] = ()
    pinned: dict[str, tuple[str, str]] = {}
    category_cap: dict[str, NonNegativeInt] = {}
    weights: dict[Soft, NonNegativeInt] = {}


class RoundFile(Row):
    mode: str = "fair"
    seed: int = 0
    students: tuple[StudentRow, ...]
    mentors: tuple[MentorRow, ...]
    units: tuple[UnitRow, ...] = ()
    rules: RuleRows = RuleRows()


def round_of_json(text: str) -> Round:
    """The round. Raises pydantic's ValidationError (a ValueError) when the text is none."""
    file = RoundFile.model_validate_json(text)
    problem = Problem(
        students=tuple(Student(**_plain(row)) for row in file.students),
        mentors=tuple(Mentor(**_plain(row)) for row in file.mentors),
        rules=Rules(**{**file.rules.model_dump(), "weights": Weights(**file.rules.weights)}),
        seed=file.seed,
        units=tuple(Unit(**_plain(row)) for row in file.units),
    )
    names = {row.id: row.name for row in file.students} | {row.id: row.name for row in file.mentors}
    return Round(problem, file.mode, names)


def _plain(row: StudentRow | MentorRow | UnitRow) -> dict[str, Any]:
    values = row.model_dump(exclude={"name"})
    if not isinstance(row, MentorRow):
        values["wishes"] = tuple((tier,) if isinstance(tier, str) else tier for tier in row.wishes)
    return values
