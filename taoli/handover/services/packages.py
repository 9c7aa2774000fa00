"""Prepare a package: for whom, what goes along and why, and the mentor's word that is asked for."""

import datetime as dt
import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.package import MOST_STUDENTS
from taoli.handover.models import PACKAGE_MOVES, Farewell, Package, PackageStudent, Partner
from taoli.handover.queries.packages import LIVE, bound
from taoli.notifications.services import To, notify
from taoli.roster.models import Student
from taoli.roster.services.sealing import seal_about

State = Package.State
LONGEST_ATTENTION = dt.timedelta(days=180)


def draft_package(
    *, by: Actor, partner_id: uuid.UUID, student_ids: Collection[uuid.UUID], person: str, room: str = ""
) -> Package:
    """Begin a package of one student or of a class (`room`: its name), and ask the mentors for a word.

    TaoliError: a school whose keys nobody has compared, nobody or too many, a student in another package.
    """
    with change(by=by, action="package.draft") as note:
        partner = _partner(by, partner_id)
        rows = list(Student.objects.of(by.school_id).filter(pk__in=list(student_ids)).order_by("sort_key", "id"))
        _check(by, rows, person)
        package = Package.objects.create(
            school_id=by.school_id,
            partner=partner,
            scope=Package.Scope.CLASS if room else Package.Scope.STUDENT,
            title=room or rows[0].name,
            person=person.strip(),
            made_at=clock.now(),
            made_by=by.person_id,
        )
        PackageStudent.objects.bulk_create(
            PackageStudent(school_id=by.school_id, package=package, student=one) for one in rows
        )
        asked = _ask(by, rows)
        note.object_id, note.data = package.pk, {"students": len(rows), "asked": asked}
    return package


def drop_package(*, by: Actor, pk: uuid.UUID, edit: int) -> Package:
    """Give up a package that is being prepared."""
    with change(by=by, action="package.drop", object_id=pk):
        row = locked(by, pk, edit)
        move(row, State.DROPPED)
        row.edit += 1
        row.save(update_fields=["state", "edit"])
    return row


@dataclass(frozen=True, slots=True)
class Extra:
    """What goes along of one student beyond the ordinary, each with why."""

    restricted: str = ""
    restricted_reason: str = ""
    attention_until: dt.date | None = None
    attention_reason: str = ""


def set_extra(*, by: Actor, pk: uuid.UUID, student_id: uuid.UUID, edit: int, extra: Extra) -> Package:
    """Seal what goes along restricted, and renew key attention for a time; both need a reason.

    TaoliError: no reason, a day that is past or more than half a year ahead.
    """
    today = clock.today()
    if bool(extra.restricted.strip()) != bool(extra.restricted_reason.strip()):
        raise TaoliError(_("Restricted words need a reason, and a reason needs words."))
    if bool(extra.attention_until) != bool(extra.attention_reason.strip()):
        raise TaoliError(_("Key attention ends here unless you renew it: with a day and a reason."))
    if extra.attention_until and not today < extra.attention_until <= today + LONGEST_ATTENTION:
        raise TaoliError(_("Please choose a day within the next half year."))
    with change(by=by, action="package.extra", object_id=pk, student=student_id):
        package = locked(by, pk, edit)
        if package.state != State.DRAFTED:
            raise TaoliError(_("This package has been sent; nothing can be added."))
        row = PackageStudent.objects.of(by.school_id).get(package=package, student_id=student_id)
        row.attention_until = extra.attention_until
        for name, text in (
            ("sealed_text", extra.restricted),
            ("sealed_reason", extra.restricted_reason),
            ("sealed_attention", extra.attention_reason),
        ):
            setattr(row, name, seal_about(by.school_id, student_id, text.strip(), bound(row, name)))
        row.save(update_fields=["attention_until", "sealed_text", "sealed_reason", "sealed_attention"])
        package.edit += 1
        package.save(update_fields=["edit"])
    return package


def write_farewell(*, by: Actor, pk: uuid.UUID, edit: int, text: str) -> Farewell:
    """Keep the word that the actor was asked for; it may be changed until the package goes."""
    said = " ".join(text.split())
    if not said:
        raise TaoliError(_("Please write one sentence; one is enough."))
    with change(by=by, action="farewell.write", object_id=pk):
        row = Farewell.objects.of(by.school_id).select_for_update().filter(pk=pk).first()
        if row is None or row.staff_id != by.person_id:
            raise TaoliError(_("You were not asked for this."))
        if row.closed_at is not None:
            raise TaoliError(_("The package has gone; the word can no longer be changed."))
        if row.edit != edit:
            raise ConflictError(_("You have written this in another window meanwhile. Please look again."))
        row.text, row.written_at, row.edit = said[:300], clock.now(), row.edit + 1
        row.save(update_fields=["text", "written_at", "edit"])
    return row


def locked(by: Actor, pk: uuid.UUID, edit: int | None = None) -> Package:
    """Return a package to be changed; ConflictError when somebody else has changed it meanwhile."""
    row = Package.objects.of(by.school_id).select_for_update().filter(pk=pk).first()
    if row is None:
        raise TaoliError(_("There is no such package."))
    if edit is not None and row.edit != edit:
        raise ConflictError(_("Somebody else changed this meanwhile. Please look again."))
    return row


def move(row: Package, state: str) -> None:
    """Let a package come to a state that may follow its own; TaoliError otherwise."""
    if state not in PACKAGE_MOVES[State(row.state)]:
        raise TaoliError(_("This cannot be done now: the package is “%(state)s”.") % {"state": row.get_state_display()})
    row.state = state


def _partner(by: Actor, pk: uuid.UUID) -> Partner:
    row = Partner.objects.of(by.school_id).filter(pk=pk, ended_at=None).exclude(verified_on=None).first()
    if row is None:
        raise TaoliError(_("Please choose a school whose digits have been compared."))
    return row


def _check(by: Actor, rows: Sequence[Student], person: str) -> None:
    if not person.strip():
        raise TaoliError(_("Please say for whom at the school the package is."))
    if not rows:
        raise TaoliError(_("There is nobody to be handed over."))
    if len(rows) > MOST_STUDENTS:
        raise TaoliError(_("A package holds at most %(n)s students.") % {"n": MOST_STUDENTS})
    held = PackageStudent.objects.of(by.school_id).filter(student__in=rows, package__state__in=LIVE)
    first = held.select_related("student").first()
    if first is not None:
        raise TaoliError(_("%(name)s is in another package already.") % {"name": first.student.name})


def _ask(by: Actor, rows: Sequence[Student]) -> int:
    """Ask each student's mentor for a word, once."""
    known = set(Farewell.objects.of(by.school_id).filter(student__in=rows).values_list("student_id", "staff_id"))
    wanted = [(one, one.mentor_id) for one in rows if one.mentor_id and (one.pk, one.mentor_id) not in known]
    Farewell.objects.bulk_create(
        Farewell(school_id=by.school_id, student=one, staff_id=mentor, asked_at=clock.now()) for one, mentor in wanted
    )
    link = reverse("handover:farewell_write")
    for staff_id in sorted({mentor for _one, mentor in wanted}):
        mine = [one.pk for one, mentor in wanted if mentor == staff_id]
        params = {"count": len(mine)}
        notify(by=by, to=[To("staff", staff_id)], kind="farewell_asked", about=min(mine), params=params, link=link)
    return len(wanted)
