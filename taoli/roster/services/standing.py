"""Dated facts about a student that later steps decide: key attention, categories."""

import datetime as dt
import uuid

from django.db.models import Q
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.roster.models import AttentionMark, Student, StudentCategory
from taoli.roster.queries.standing import reason_place
from taoli.roster.services.sealing import seal_about

DAY = dt.timedelta(days=1)
MOST_REASON = 500


def mark_attention(*, by: Actor, student_id: uuid.UUID, starts: dt.date | None = None) -> AttentionMark:
    """Mark a student for key attention from a day (today) on; a mark that runs already goes on without an end."""
    day = starts or clock.today()
    with change(by=by, action="attention.mark") as note:
        rows = AttentionMark.objects.of(by.school_id).filter(student_id=student_id, starts__lte=day)
        running = rows.filter(Q(ends=None) | Q(ends__gte=day)).order_by("starts", "id").first()
        mark = running or AttentionMark.objects.create(school_id=by.school_id, student_id=student_id, starts=day)
        if mark.ends is not None:
            mark.ends = None
            mark.save(update_fields=["ends"])
        note.object_id = mark.pk
    return mark


def end_attention(*, by: Actor, pk: uuid.UUID, last: dt.date | None = None) -> None:
    """Let a mark end with a day (today); one that has ended stays as it is."""
    day = last or clock.today()
    with change(by=by, action="attention.end", object_id=pk):
        rows = AttentionMark.objects.of(by.school_id).filter(Q(ends=None) | Q(ends__gt=day), pk=pk)
        rows.update(ends=day)


def enter_category(
    *,
    by: Actor,
    student_id: uuid.UUID,
    code: str,
    source: str,
    degree: str,
    reason: str = "",
    starts: dt.date | None = None,
    ends: dt.date | None = None,
    review_on: dt.date | None = None,
) -> StudentCategory:
    """Note a fact about a student, its reason sealed; permission and code are the caller's to check.

    TaoliError: the last day before the first, a first day in the future, the same fact noted for these days already.
    """
    today = clock.today()
    first = starts or today
    with change(by=by, action="category.enter") as note:
        Student.objects.of(by.school_id).select_for_update(of=("self",)).get(pk=student_id)  # two at once
        _check_days(first, ends, review_on)
        rows = StudentCategory.objects.of(by.school_id).filter(student_id=student_id, code=code, withdrawn_at=None)
        if rows.filter(Q(ends=None) | Q(ends__gte=first)).exists():
            raise TaoliError(_("This is noted for the student already. Please change or withdraw that entry first."))
        row = StudentCategory(
            school_id=by.school_id,
            student_id=student_id,
            code=code,
            starts=first,
            ends=ends,
            source=StudentCategory.Source(source),
            degree=StudentCategory.Degree(degree),
            review_on=review_on,
            entered_by_id=by.person_id,
            entered_at=clock.now(),
        )
        row.reason = seal_about(by.school_id, student_id, reason.strip()[:MOST_REASON], reason_place(row.pk))
        row.save(force_insert=True)
        note.object_id = row.pk
    return row


def _check_days(first: dt.date, last: dt.date | None, review: dt.date | None) -> None:
    today = clock.today()
    if first > today:
        raise TaoliError(_("The date lies in the future. Please check it."))
    if last is not None and last < first:
        raise TaoliError(_("The last day cannot be before the first."))
    if review is not None and review <= today:
        raise TaoliError(_("The day of the next look must lie ahead."))


def keep_category(*, by: Actor, pk: uuid.UUID, review_on: dt.date) -> StudentCategory:
    """Say at a review that a fact still holds, and when to look again. TaoliError: a day that does not lie ahead."""
    with change(by=by, action="category.keep", object_id=pk):
        row = _running(by, pk)
        _check_days(row.starts, row.ends, review_on)
        row.review_on = review_on
        row.save(update_fields=["review_on"])
    return row


def end_category(*, by: Actor, pk: uuid.UUID) -> StudentCategory:
    """Say that a fact does not hold any more: today is its last day."""
    with change(by=by, action="category.end", object_id=pk):
        row = _running(by, pk)
        row.ends = clock.today()
        row.save(update_fields=["ends"])
    return row


def withdraw_category(*, by: Actor, pk: uuid.UUID) -> StudentCategory:
    """Take back what should never have been noted; its reason is forgotten."""
    with change(by=by, action="category.withdraw", object_id=pk):
        row = _running(by, pk)
        row.withdrawn_at, row.ends, row.reason = clock.now(), row.starts - DAY, ""
        row.save(update_fields=["withdrawn_at", "ends", "reason"])
    return row


def _running(by: Actor, pk: uuid.UUID) -> StudentCategory:
    today = clock.today()
    rows = StudentCategory.objects.of(by.school_id).filter(Q(ends=None) | Q(ends__gte=today), withdrawn_at=None)
    row = rows.select_for_update(of=("self",)).filter(pk=pk).first()
    if row is None:
        raise ConflictError(_("This entry has been changed meanwhile. Please look again."))
    return row
