"""Which regular meetings the scheme asks for just now, and where they were held: reckoned by the engine."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from taoli.care.models import Conference
from taoli.care.queries.conferences import Place, places
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.duties.queries.settings import Setting, setting_now
from taoli.engine.compliance import SchoolUnits, conference_cells
from taoli.engine.facts import Act, Cell
from taoli.engine.scheme import Conference as Asked
from taoli.engine.scheme.vocabulary import ConferenceKind, Kind
from taoli.schemes.phrases.words import PERS

# Which of the scheme's meetings each kind is.
ASKED: Mapping[str, ConferenceKind] = {
    Conference.Kind.DAILY: ConferenceKind.DAILY_HUDDLE,
    Conference.Kind.CLASS: ConferenceKind.CLASS_WEEKLY,
    Conference.Kind.GRADE: ConferenceKind.GRADE_CONSULTATION,
    Conference.Kind.PRINCIPAL: ConferenceKind.PRINCIPAL_MEETING,
    Conference.Kind.MONTHLY: ConferenceKind.MONTH_REVIEW,
    Conference.Kind.TEAM: ConferenceKind.EDUCATION_GROUP,
    Conference.Kind.FAMILY: ConferenceKind.HOME_SCHOOL,
    Conference.Kind.EXCHANGE: ConferenceKind.EXPERIENCE_EXCHANGE,
}


@dataclass(frozen=True, slots=True)
class CadenceRow:
    """One meeting of the scheme in the period that runs: where it is owed, in how many places it was held."""

    label: str
    per: str
    clause: str
    held: int
    places: int
    place: str

    @property
    def met(self) -> bool:
        """Whether it was held everywhere."""
        return self.held >= self.places


def cadence(actor: Actor) -> list[CadenceRow]:
    """Return the meetings asked for in the periods that run today, in the order of the scheme, for the actor's own
    places; nothing without a scheme. A number of queries that does not grow.
    """
    known = places(actor)
    setting = setting_now(actor.school_id) if known else None
    if setting is None:
        return []
    rules = {one.key: one for one in setting.rules.conferences if one.kind in ASKED.values()}
    if not rules:
        return []
    today, found = clock.today(), _cells(setting, known)
    running = [one for one in found if one.duty_key in rules and one.starts <= today <= one.due]
    mine = {key: [one for one in running if one.duty_key == key] for key in rules}
    return [_row(rules[key], cells, known) for key, cells in mine.items() if cells]


def _row(rule: Asked, cells: Sequence[Cell], known: Sequence[Place]) -> CadenceRow:
    names = {str(one.class_id or one.grade_id): one.label for one in known}
    return CadenceRow(
        label=rule.label or "",
        per=str(PERS[rule.per.value]) if rule.per else "",
        clause=rule.clause.ref,
        held=sum(one.done >= one.needed for one in cells),
        places=len(cells),
        place=names.get(cells[0].subject_id, "") if len(cells) == 1 else "",
    )


def _cells(setting: Setting, known: Sequence[Place]) -> Sequence[Cell]:
    wide = any(one.key == "school" for one in known)
    units = SchoolUnits(
        classes=tuple(str(one.class_id) for one in known if one.class_id),
        grades=tuple(str(one.grade_id) for one in known if one.grade_id),
    )
    found = conference_cells(
        [one.law for one in setting.versions], setting.calendar, setting.facts, units, _acts(setting), clock.today()
    )
    return [one for one in found if wide or one.subject_id != units.school]


def _acts(setting: Setting) -> list[Act]:
    rows = Conference.objects.of(setting.school_id).filter(
        state=Conference.State.HELD, held_on__gte=setting.since, held_on__lte=setting.until
    )
    keys = {one.kind: one.key for one in setting.rules.conferences}
    return [
        Act(
            id=str(pk),
            kind=Kind.CONFERENCE.value,
            channel=keys[ASKED[kind]],
            made=True,
            by="",
            student_ids=(),
            on=day,
            entered_on=day,
            unit_id=_unit(room, grade),
        )
        for pk, kind, day, room, grade in rows.values_list("pk", "kind", "held_on", "school_class_id", "grade_id")
        if ASKED.get(kind) in keys
    ]


def _unit(room: uuid.UUID | None, grade: uuid.UUID | None) -> str:
    """The class or grade of a conference, as the engine names it; else the school."""
    return next((str(one) for one in (room, grade) if one), SchoolUnits().school)
