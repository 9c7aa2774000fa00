"""What a school's summary may count: a closed list, for schools and bureaus alike.

`PEOPLE` counts people and is told only by `engine.release` (fewer than ten are a band); `DEEDS` counts what was done;
`CELLS` is a pair (met, due) of requirement cells. All of them are of the last day of the week: people as they stood,
deeds, cells and hours since the term began, so that a lost week loses nothing. Home visits are families of this school
year: a visit in the home is one thing, the school, a third place, the screen and a refusal stand beside it and are
never added to it (the Zhenjiang practice, ZJ-15, ZJ-16).
"""

from dataclasses import dataclass
from enum import StrEnum


class MeasureKind(StrEnum):
    """What is counted."""

    PEOPLE = "people"
    DEEDS = "deeds"
    CELLS = "cells"


class Level(StrEnum):
    """The smallest place of which the figure is handed in."""

    GRADE = "grade"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that is counted; `of` is the measure it is a part of, where it is one."""

    key: str
    kind: MeasureKind
    level: Level
    of: str = ""


_PEOPLE_OF_GRADES = (
    ("students", ""),
    ("without_mentor", "students"),
    ("families_home", "students"),
    ("families_school", "students"),
    ("families_elsewhere", "students"),
    ("families_video", "students"),
    ("families_declined", "students"),
    ("cases_open", "students"),
    ("cases_reviewed", "cases_open"),
    ("cases_closed", "students"),
)
_PEOPLE_OF_SCHOOLS = (
    ("mentors", ""),
    ("mentors_without", "mentors"),
    ("mentors_trained", "mentors"),
    ("packages_sent", ""),
    ("receipts_lacking", "packages_sent"),
)
_DEEDS_OF_GRADES = (
    "talks",
    "contacts",
    "group_activities",
    "class_conferences",
    "consultations",
)
_DEEDS_OF_SCHOOLS = (
    "principal_meetings",
    "parent_lectures",
    "mentor_lectures",
    "trainings",
    "training_hours",
)
# Cells by the kind of record that fulfils a requirement: comparable between schools with different schemes.
_CELLS_OF_GRADES = ("met_talk", "met_contact", "met_visit", "met_group", "met_other")

MEASURES: dict[str, Measure] = {
    one.key: one
    for one in (
        *(Measure(key, MeasureKind.PEOPLE, Level.GRADE, of) for key, of in _PEOPLE_OF_GRADES),
        *(Measure(key, MeasureKind.PEOPLE, Level.SCHOOL, of) for key, of in _PEOPLE_OF_SCHOOLS),
        *(Measure(key, MeasureKind.DEEDS, Level.GRADE) for key in _DEEDS_OF_GRADES),
        *(Measure(key, MeasureKind.DEEDS, Level.SCHOOL) for key in _DEEDS_OF_SCHOOLS),
        *(Measure(key, MeasureKind.CELLS, Level.GRADE) for key in _CELLS_OF_GRADES),
    )
}

# The regional indicators (ZJ-27) by their keys in the surveys' questions; a school's own indicators stay at home.
INDICATORS = (
    "knows_mentor",
    "useful",
    "parents_useful",
    "parents_necessary",
    "teachers_necessary",
    "teachers_willing",
    "satisfied",
)
