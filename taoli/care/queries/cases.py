"""Cases as far as one may see them: the list, one case, what is due, who leads none."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from taoli.care.models import CareCase, CaseMeasure
from taoli.care.permissions.cases import CASE, ENTRUSTED, LED, TIE
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.roster.models import StaffLeave

State = CareCase.State
ACTIVE = (State.RAISED, State.OPEN)
MOST = 300
SEALED = ("reason", "proposed", "outcome")
WEIGHT = {code: place for place, code in enumerate(CareCase.Seriousness.values)}


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One measure of a plan."""

    pk: uuid.UUID
    text: str
    owner_id: uuid.UUID
    owner: str
    due_on: dt.date
    done_on: dt.date | None
    note: str
    ownerless: bool = False
    mine: bool = False


@dataclass(slots=True)
class CaseRow:
    """A case without its sealed words: for lists and agendas."""

    pk: uuid.UUID
    student_id: uuid.UUID
    student: str
    class_id: uuid.UUID
    room: str
    state: str
    state_label: str
    level: str
    level_label: str
    seriousness: str
    seriousness_label: str
    leader_id: uuid.UUID | None
    leader: str
    leaderless: bool
    raised_on: dt.date
    review_on: dt.date | None
    edit: int
    measures: list[MeasureRow] = field(default_factory=list)  # those open and due by the day asked for

    @property
    def review_due(self) -> bool:
        """Whether the day of the next look has come."""
        return self.review_on is not None and self.review_on <= clock.today()


def visible(actor: Actor) -> Q:
    """Return the condition of the cases the actor sees at all, wholly or in part."""
    ties = LED.scope(actor, "work") | TIE.scope(actor, "follow") | ENTRUSTED.scope(actor, "know")
    return CASE.scope(actor, "view") | ties


def gone(school_id: int, who: str) -> Q:
    """Return the condition of the rows whose person (leader, owner) has left, or is away with nobody standing in."""
    today = clock.today()
    leaves = StaffLeave.objects.of(school_id).filter(Q(ends=None) | Q(ends__gte=today), starts__lte=today)
    alone = leaves.filter(substitute=None).values("staff_id")
    return Q(**{f"{who}__left_on__isnull": False}) | Q(**{f"{who}_id__in": alone})


def case_list(actor: Actor, *, show: str = "", level: str = "", student_id: uuid.UUID | None = None) -> list[CaseRow]:
    """Return the cases the actor sees, the most serious and oldest first; at most 300.

    `show`: "" those not at their end, "raised", "due", "leaderless", "mine" (led), "past"; `level`: Level.
    """
    rows = CareCase.objects.of(actor.school_id).filter(visible(actor), _shown(actor, show))
    if level:
        rows = rows.filter(level=level)
    if student_id:
        rows = rows.filter(student_id=student_id)
    return rows_of(actor.school_id, rows, until=clock.today())


def _shown(actor: Actor, show: str) -> Q:
    today = clock.today()
    if show == "past":
        return Q(state__in=(State.DECLINED, State.CLOSED))
    if show == "raised":
        return Q(state=State.RAISED)
    if show == "due":
        return Q(state=State.OPEN, review_on__lte=today)
    if show == "leaderless":
        return without_leader(actor.school_id)
    if show == "mine":
        return Q(state__in=ACTIVE) & LED.scope(actor, "work")
    return Q(state__in=ACTIVE)


def cases_of(actor: Actor, student_id: uuid.UUID) -> list[CaseRow]:
    """Return a student's cases, those at their end too, as far as the actor sees them."""
    rows = CareCase.objects.of(actor.school_id).filter(visible(actor), student_id=student_id)
    return rows_of(actor.school_id, rows, until=clock.today())


def due_cases(
    school_id: int,
    *,
    class_id: uuid.UUID | None = None,
    grade_id: uuid.UUID | None = None,
    level: str = "",
    until: dt.date,
) -> list[CaseRow]:
    """Return the cases an agenda has to hold: raised, to be looked at or with a measure due by the day, or with nobody
    who leads. Of a class, a grade or the school; at one level or at any. No sealed text; who calls logs the reading.
    """
    measures = CaseMeasure.objects.of(school_id).filter(
        case_id=OuterRef("pk"), due_on__lte=until, done_on=None, dropped_at=None
    )
    waits = Q(state=State.RAISED) | Q(state=State.OPEN, review_on__lte=until) | without_leader(school_id)
    rows = CareCase.objects.of(school_id).filter(waits | Q(state=State.OPEN) & Exists(measures))
    for name, value in (("student__school_class_id", class_id), ("student__school_class__grade_id", grade_id)):
        if value:
            rows = rows.filter(**{name: value})
    if level:
        rows = rows.filter(level=level)
    return rows_of(school_id, rows, until=until)


def without_leader(school_id: int) -> Q:
    """Return the condition of open cases whose leader is gone, or with a measure whose owner is."""
    owned = CaseMeasure.objects.of(school_id).filter(gone(school_id, "owner"), done_on=None, dropped_at=None)
    return Q(state=State.OPEN) & (gone(school_id, "leader") | Q(pk__in=owned.values("case_id")))


def cases_without_leader(school_id: int) -> list[CaseRow]:
    """Return the open cases whose leader has left or is away with nobody standing in, or with such a measure."""
    rows = CareCase.objects.of(school_id).filter(without_leader(school_id))
    return rows_of(school_id, rows, until=clock.today())


def case_counts(actor: Actor) -> dict[str, int]:
    """Return how many of the cases the actor sees are raised, due, led by nobody, led by the actor; one query."""
    rows = CareCase.objects.of(actor.school_id).filter(visible(actor))
    found: dict[str, int] = rows.aggregate(
        **{show: _count(_shown(actor, show)) for show in ("raised", "due", "leaderless", "mine")}
    )
    return found


def _count(condition: Q) -> Any:
    return Count("pk", filter=condition, distinct=True)


def rows_of(school_id: int, rows: "QuerySet[CareCase]", *, until: dt.date) -> list[CaseRow]:
    """Return the rows with the measures due by the day; three queries."""
    found = list(
        rows.select_related("student__school_class", "leader").order_by("raised_on", "id").defer(*SEALED)[:MOST]
    )
    found.sort(key=lambda one: -WEIGHT[one.seriousness])
    measures = measures_of(school_id, [one.pk for one in found], until=until)
    alone = away_alone(school_id)
    return [_row(one, measures.get(one.pk, []), alone) for one in found]


def away_alone(school_id: int) -> set[uuid.UUID]:
    """Return the staff who are away today with nobody standing in."""
    today = clock.today()
    rows = StaffLeave.objects.of(school_id).filter(Q(ends=None) | Q(ends__gte=today), starts__lte=today)
    return set(rows.filter(substitute=None).values_list("staff_id", flat=True))


def measures_of(
    school_id: int, case_ids: Collection[uuid.UUID], *, until: dt.date | None = None
) -> dict[uuid.UUID, list[MeasureRow]]:
    """Return case → its measures by day; with a day those open and due by then."""
    rows = CaseMeasure.objects.of(school_id).filter(case_id__in=case_ids, dropped_at=None).select_related("owner")
    if until:
        rows = rows.filter(done_on=None, due_on__lte=until)
    found: dict[uuid.UUID, list[MeasureRow]] = defaultdict(list)
    for row in rows.order_by("due_on", "id"):
        found[row.case_id].append(measure_row(row))
    return dict(found)


def measure_row(row: CaseMeasure, actor: Actor | None = None, alone: Collection[uuid.UUID] = ()) -> MeasureRow:
    """Return a measure as pages show it."""
    return MeasureRow(
        pk=row.pk,
        text=row.text,
        owner_id=row.owner_id,
        owner=row.owner.name,
        due_on=row.due_on,
        done_on=row.done_on,
        note=row.note,
        ownerless=row.done_on is None and (row.owner.left_on is not None or row.owner_id in alone),
        mine=actor is not None and row.owner_id == actor.person_id,
    )


def _row(case: CareCase, measures: list[MeasureRow], alone: Collection[uuid.UUID]) -> CaseRow:
    leader = case.leader
    return CaseRow(
        pk=case.pk,
        student_id=case.student_id,
        student=case.student.name,
        class_id=case.student.school_class_id,
        room=case.student.school_class.name,
        state=case.state,
        state_label=case.get_state_display(),
        level=case.level,
        level_label=case.get_level_display(),
        seriousness=case.seriousness,
        seriousness_label=case.get_seriousness_display(),
        leader_id=case.leader_id,
        leader=leader.name if leader else "",
        leaderless=case.state == State.OPEN and (leader is None or leader.left_on is not None or leader.pk in alone),
        raised_on=case.raised_on,
        review_on=case.review_on if case.state == State.OPEN else None,
        edit=case.edit,
        measures=measures,
    )
