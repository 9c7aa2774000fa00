"""Regular meetings (班教导会, 会诊, 校长办公会 …): one cell per conference, class, grade or school, and period."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from taoli.engine.calendar import SchoolCalendar, Term
from taoli.engine.compliance.laws import Law, asked_conferences
from taoli.engine.compliance.state import state_of
from taoli.engine.compliance.subjects import WHOLE_SCHOOL
from taoli.engine.compliance.windows import Places, Window
from taoli.engine.facts import Act, Cell
from taoli.engine.scheme.duties import Conference
from taoli.engine.scheme.model import Scheme
from taoli.engine.scheme.vocabulary import ConferenceKind, Kind, Subject

# Where each is held: once in every class, in every grade, or in the school as a whole.
HELD_IN: Mapping[ConferenceKind, Subject] = {
    ConferenceKind.CLASS_WEEKLY: Subject.CLASS,
    ConferenceKind.DAILY_HUDDLE: Subject.CLASS,
    ConferenceKind.EDUCATION_GROUP: Subject.CLASS,
    ConferenceKind.PARENT_MEETING: Subject.CLASS,
    ConferenceKind.CLASS_MEETING: Subject.CLASS,
    ConferenceKind.GRADE_CONSULTATION: Subject.GRADE,
    ConferenceKind.PRINCIPAL_MEETING: Subject.SCHOOL,
    ConferenceKind.MONTH_REVIEW: Subject.SCHOOL,
    ConferenceKind.EXPERIENCE_EXCHANGE: Subject.SCHOOL,
    ConferenceKind.HOME_SCHOOL: Subject.SCHOOL,
}


@dataclass(frozen=True, slots=True)
class SchoolUnits:
    """Ids of the classes and grades in which conferences are held, and the school's own."""

    classes: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    school: str = WHOLE_SCHOOL

    def of(self, subject: Subject) -> tuple[str, ...]:
        """The units of one kind, in order."""
        if subject == Subject.SCHOOL:
            return (self.school,)
        return tuple(sorted(self.classes if subject == Subject.CLASS else self.grades))


def conference_cells(
    laws: Scheme | Sequence[Law],
    calendar: SchoolCalendar,
    term: Term,
    units: SchoolUnits,
    acts: Iterable[Act],
    as_of: date,
) -> tuple[Cell, ...]:
    """Every cell of the regular conferences in a term, as of a day; `mentor_id` is empty: a unit owes them, not a
    person. A record of kind `conference` (of a parents' meeting: `parent_meeting`) whose `unit_id` is the class, grade
    or school counts; one whose `channel` is the key of a conference counts for that one only.
    """
    held = [act for act in acts if act.made and act.on <= as_of and act.unit_id is not None]
    rules = asked_conferences(laws, calendar, term)
    named = {one.rule.key for one in rules}
    found: list[Cell] = []
    for one in rules:
        subject = HELD_IN[one.rule.kind]
        mine = [act for act in held if _counts(one.rule, act, named)]
        for unit in units.of(subject):
            found += _cells(one.law, one.rule, unit, one.windows, [act for act in mine if act.unit_id == unit], as_of)
    return tuple(found)


def _counts(rule: Conference, act: Act, named: set[str]) -> bool:
    kind = Kind.PARENT_MEETING if rule.kind == ConferenceKind.PARENT_MEETING else Kind.CONFERENCE
    return act.kind == kind and (act.channel == rule.key or act.channel not in named)


def _cells(
    law: int, rule: Conference, unit: str, stretch: tuple[Window, ...], acts: list[Act], as_of: date
) -> Iterable[Cell]:
    places = Places(stretch)
    done: dict[int, set[tuple[date, str]]] = {}
    for act in acts:
        done.setdefault(places[act.on], set()).add((act.on, act.id))
    for place, window in enumerate(stretch):
        ids = tuple(name for _on, name in sorted(done.get(place, ())))
        yield Cell(
            duty_key=rule.key,
            subject_kind=HELD_IN[rule.kind].value,
            subject_id=unit,
            mentor_id="",
            pairing_id=None,
            period_key=window.period.key,
            starts=window.begins,
            due=window.due,
            needed=rule.times,
            done=len(ids),
            state=state_of(rule.times, len(ids), window.begins, window.due, as_of, exempt=False),
            reason="",
            act_ids=ids,
            law=law,
        )
