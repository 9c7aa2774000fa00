"""A scheme as a page shows it: who is asked for what, by which clause, and what it costs a mentor a week."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from taoli.engine.load import Deal, Load, LoadPart, load_of, role_loads
from taoli.engine.scheme import Clause, Scheme, describe
from taoli.engine.scheme.vocabulary import Actor
from taoli.roster.models import Student
from taoli.roster.queries.people import own_staff
from taoli.schemes.phrases import role_word, statement_sentence
from taoli.schemes.phrases.words import SECTIONS
from taoli.schemes.queries.numbers import school_numbers

SCHOOL = ""  # stands for what is asked of nobody in particular
GROUPS_OF_A_MENTOR = 2
STUDENTS_OF_A_MENTOR = 10


@dataclass(frozen=True, slots=True)
class Demand:
    """One sentence and the clause it rests on."""

    sentence: str
    clause: Clause


@dataclass
class RoleDemands:
    """Everything asked of one role, by section."""

    role: str
    sections: dict[str, list[Demand]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many demands."""
        return sum(len(found) for found in self.sections.values())


@dataclass(frozen=True, slots=True)
class LoadRow:
    """What a mentor's week looks like, for so many students from so many classes."""

    students: int
    classes: int
    minutes: int
    parts: tuple[LoadPart, ...]
    waiting: tuple[str, ...]


def demands(scheme: Scheme) -> list[RoleDemands]:
    """Return every demand by role, mentors first, the school as a whole last, in the order of the flow."""
    found: dict[str, RoleDemands] = {}
    for statement in describe(scheme):
        name = statement.role.value if statement.role else SCHOOL
        role = found.setdefault(name, RoleDemands(role_word(scheme, name) if statement.role else _("the school")))
        section = str(SECTIONS[statement.section])
        role.sections.setdefault(section, []).append(Demand(statement_sentence(statement), statement.clause))
    order = [*(role.value for role in Actor), SCHOOL]
    return [found[role] for role in sorted(found, key=order.index)]


def load_row(scheme: Scheme, students: int | None = None, school_id: int | None = None) -> LoadRow:
    """Return the weekly load of a mentor with so many students (the scheme's aim, else ten); with a school, of its
    mentor in the middle (of an even deal before anybody is paired).
    """
    if school_id is not None and students is None:
        found = role_loads(scheme, school_numbers(school_id, scheme))
        mentor = next((one for one in found if one.role == Actor.MENTOR), None)
        deal, load = (mentor.deal, mentor.load) if mentor else (Deal(0, 0), None)
        return _row(deal, load or load_of(scheme, deal))
    capacity = scheme.capacity.get(Actor.MENTOR)
    aim = capacity.target or capacity.max if capacity else None
    number = students or aim or STUDENTS_OF_A_MENTOR
    deal = Deal(number, min(scheme.max_classes_per_mentor, number), GROUPS_OF_A_MENTOR)
    return _row(deal, load_of(scheme, deal))


def _row(deal: Deal, load: Load) -> LoadRow:
    """What is never written down is in no total, so it is not among the parts either."""
    told = tuple(part for part in load.parts if part.recorded)
    return LoadRow(round(deal.students), round(deal.classes), round(load.minutes), told, load.open)


def people(school_id: int) -> tuple[int, int]:
    """Return how many staff and how many students the school has now."""
    staff = own_staff(school_id).count()
    return staff, Student.objects.of(school_id).filter(left_on=None).count()
