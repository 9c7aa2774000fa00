"""Who has graduated, class by class; codes and files of theirs."""

import datetime as dt
import uuid
from collections import defaultdict
from dataclasses import dataclass

from django.http import Http404
from django.utils.crypto import constant_time_compare

from taoli.common import clock
from taoli.common.policy import Actor, Held, Role
from taoli.common.tenancy import cross_school
from taoli.common.views_log import log_view
from taoli.handover.models import GraduationBundle, Leaving, TakeAlong, YearChange, YearClass
from taoli.handover.permissions.graduation import GRADUATION
from taoli.matching.queries.codes import PART, code_digest, plain_code
from taoli.roster.models import Student

MOST_TRIES, WAIT = 10, dt.timedelta(minutes=5)
AGAIN = dt.timedelta(hours=24)  # after the first time it opens once more if the download broke off
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class GraduateClass:
    """The graduates of a class: how many, how many have codes, how many have fetched, the file for the office."""

    class_id: uuid.UUID
    name: str
    left_on: dt.date
    students: int
    codes: int
    fetched: int
    bundle: uuid.UUID | None


def graduate_classes(actor: Actor) -> list[GraduateClass]:
    """Return the classes that graduated by an applied change of year, the latest first; five queries."""
    if not GRADUATION.may(actor, "view"):
        return []
    school = actor.school_id
    ways = YearClass.objects.of(school).filter(way=YearClass.Way.GRADUATES, change__state=YearChange.State.APPLIED)
    ways = ways.select_related("change", "school_class").order_by("-change__on", "school_class__name", "id")
    places = {(one.school_class_id, one.change.on - DAY): one.school_class.name for one in ways}
    people = _people(school, places)
    codes = dict(TakeAlong.objects.of(school).values_list("student_id", "fetched_at"))
    bundles = (
        GraduationBundle.objects.of(school).exclude(size=0).filter(made_at__gt=clock.now() - GraduationBundle.KEPT)
    )
    files = {(room, day): pk for pk, room, day in bundles.values_list("pk", "school_class_id", "left_on")}
    return [
        GraduateClass(
            class_id=room,
            name=name,
            left_on=day,
            students=len(people[room, day]),
            codes=sum(pk in codes for pk in people[room, day]),
            fetched=sum(codes.get(pk) is not None for pk in people[room, day]),
            bundle=files.get((room, day)),
        )
        for (room, day), name in places.items()
        if people[room, day]
    ]


def _people(
    school_id: int, places: dict[tuple[uuid.UUID, dt.date], str]
) -> dict[tuple[uuid.UUID, dt.date], list[uuid.UUID]]:
    found: dict[tuple[uuid.UUID, dt.date], list[uuid.UUID]] = defaultdict(list)
    gone = Student.objects.of(school_id).filter(left_on__in={day for _room, day in places})
    left = set(
        Leaving.objects.of(school_id).filter(undone_at=None, returned_on=None).values_list("student_id", flat=True)
    )
    for pk, room, day in gone.values_list("pk", "school_class_id", "left_on"):
        if pk not in left and day is not None:
            found[room, day].append(pk)
    return found


def graduates_of(school_id: int, class_id: uuid.UUID, left_on: dt.date | str) -> list[Student]:
    """Return the graduates of a class who left on that day, by number in class."""
    left = Leaving.objects.of(school_id).filter(undone_at=None, returned_on=None).values("student_id")
    rows = Student.objects.of(school_id).filter(school_class_id=class_id, left_on=left_on).exclude(pk__in=left)
    return list(rows.order_by("seat", "sort_key", "id"))


def get_graduates(actor: Actor, class_id: uuid.UUID, left_on: str) -> GraduateClass:
    """Return one class of graduates; 404 for any other."""
    for one in graduate_classes(actor):
        if one.class_id == class_id and one.left_on.isoformat() == left_on:
            return one
    raise Http404


def open_bundle(actor: Actor, pk: uuid.UUID) -> tuple[str, bytes]:
    """Return name and bytes of a class's file; the reading of all of them is logged first. 404 when it is gone."""
    rows = GRADUATION.within(GraduationBundle.objects.exclude(size=0).filter(pk=pk), actor, "edit")
    fresh = rows.filter(made_at__gt=clock.now() - GraduationBundle.KEPT)
    found: GraduationBundle | None = fresh.select_related("school_class").first()
    if found is None:
        raise Http404
    students = graduates_of(actor.school_id, found.school_class_id, found.left_on)
    log_view(actor, "handover.graduation", [one.pk for one in students], page="handover:graduation_file")
    return f"{found.school_class.name}-{found.left_on}.zip", bytes(found.data)


def candidates(text: str) -> list[TakeAlong]:
    """Return the codes that begin like this one, of whatever school: the code itself says whose it is."""
    with cross_school("a code says which student of which school it is for"):
        return list(TakeAlong.objects.filter(selector=plain_code(text)[:PART]).select_related("student"))


def right(row: TakeAlong, text: str) -> bool:
    """Say whether a code is this one's, and still good: not ended, and not used before yesterday."""
    used = row.fetched_at is not None and clock.now() - row.fetched_at > AGAIN
    return constant_time_compare(row.digest, code_digest(text)) and row.ends_at > clock.now() and not used


def waits(row: TakeAlong) -> bool:
    """Say whether so many have tried this code in vain that it rests for some minutes."""
    return row.failures >= MOST_TRIES and row.failed_at is not None and clock.now() - row.failed_at < WAIT


def actor_of(row: TakeAlong) -> Actor:
    """Return who acts with a code: the student, without an account."""
    return Actor(
        account_id=None,
        school_id=row.school_id,
        person_kind="student",
        person_id=row.student_id,
        name=row.student.name,
        roles=(Held(Role.STUDENT),),
    )
