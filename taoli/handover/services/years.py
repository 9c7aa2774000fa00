"""A change of year: planned, checked, applied at once, taken back."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.handover.models import YEAR_CHANGE_MOVES, YearChange, YearClass, YearException
from taoli.handover.phrases.years import problem_sentence
from taoli.handover.queries.facts import facts_of
from taoli.handover.queries.plans import ClassWay, Planned
from taoli.handover.queries.released import release
from taoli.handover.queries.undoing import stands_against
from taoli.handover.queries.years import Checked, check, open_change, proposal, usual_pairings, usual_term
from taoli.handover.services.writing import restore, take_away, write
from taoli.roster.models import SchoolDay, Student, Term
from taoli.roster.services.people import sync_all_roles
from taoli.roster.services.terms import save_term

State, NAMED = YearChange.State, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFacts:
    """What the office writes down of a plan, besides its classes."""

    term_name: str
    starts: dt.date
    ends: dt.date
    on: dt.date
    pairings: str
    teaching: str
    leads: str


def open_year(*, by: Actor) -> YearChange:
    """Return the open plan, or draft one as is usual: each class up by one grade, the highest graduates."""
    if known := open_change(by.school_id):
        return known
    facts = facts_of(by.school_id)
    name, starts, ends = usual_term(facts, clock.today())
    with change(by=by, action="year_change.open") as note:
        row = YearChange(
            school_id=by.school_id,
            term_name=name,
            starts=starts,
            ends=ends,
            on=starts,
            pairings=usual_pairings(by.school_id),
            made_at=clock.now(),
        )
        try:
            row.save(force_insert=True)
        except IntegrityError:
            raise ConflictError(_("Somebody has just begun a plan. Please look again.")) from None
        YearClass.objects.bulk_create(_class(row, one) for one in proposal(facts))
        note.object_id = row.pk
    return row


def save_plan(*, by: Actor, pk: uuid.UUID, edit: int, facts: YearFacts, classes: Sequence[ClassWay]) -> YearChange:
    """Write a plan down anew; it has to be checked again. ConflictError: somebody else changed it meanwhile."""
    with change(by=by, action="year_change.save", object_id=pk):
        row = _locked(by, pk, edit)
        for name in YearFacts.__slots__:
            setattr(row, name, getattr(facts, name))
        known = {one.school_class_id: one for one in YearClass.objects.of(by.school_id).filter(change=row)}
        for one in classes:
            kept = known.get(one.room_id) or _class(row, one)
            kept.way, kept.grade_name, kept.target = one.way, one.grade.strip(), one.target.strip()
            kept.save()
        _again(row)
    return row


def add_exception(
    *, by: Actor, pk: uuid.UUID, edit: int, student_id: uuid.UUID, way: str, target: str = "", reason: str = ""
) -> YearException:
    """Let a student go another way than the class; a second line of the same student takes the place of the first."""
    with change(by=by, action="year_change.except", object_id=pk):
        row = _locked(by, pk, edit)
        if not Student.objects.of(by.school_id).filter(pk=student_id, left_on=None).exists():
            raise TaoliError(_("Please choose a student who is at the school."))
        line, _new = YearException.objects.of(by.school_id).update_or_create(
            change=row,
            student_id=student_id,
            defaults={"way": way, "target": target.strip(), "reason": reason},
            create_defaults={"school_id": by.school_id, "way": way, "target": target.strip(), "reason": reason},
        )
        _again(row)
    return line


def drop_exception(*, by: Actor, pk: uuid.UUID, edit: int, line_id: uuid.UUID) -> None:
    """Let a student go the way of the class after all."""
    with change(by=by, action="year_change.unexcept", object_id=pk):
        row = _locked(by, pk, edit)
        YearException.objects.of(by.school_id).filter(change=row, pk=line_id).delete()
        _again(row)


def check_year(*, by: Actor, pk: uuid.UUID, edit: int) -> Checked:
    """Do the dry run; without problems the plan may be applied as long as the school stays as it was seen."""
    seen = check(YearChange.objects.of(by.school_id).get(pk=pk))
    with change(by=by, action="year_change.check", object_id=pk, problems=len(seen.planned.problems)):
        row = _locked(by, pk, edit)
        if seen.planned.problems:
            row.state = State.DRAFT
        else:
            row.state, row.seen, row.checked_at = State.CHECKED, seen.facts.number(), clock.now()
            row.counts = counts_of(seen)
        row.save(update_fields=["state", "seen", "checked_at", "counts"])
    return seen


def counts_of(seen: Checked) -> dict[str, int]:
    """Return the figures of a dry run."""
    done = seen.planned
    return {
        "up": done.count("up"),
        "stays": done.count("stays"),
        "repeats": done.count("repeats"),
        "left": done.count("left"),
        "kept": done.kept,
        "ended": done.ended,
        "opened": len(done.opened),
        "closed": len(done.closed),
        "cases": seen.cases_end,
        "appointments": seen.appointments,
    }


def drop_year(*, by: Actor, pk: uuid.UUID, edit: int) -> None:
    """Throw a plan away that was not applied."""
    with change(by=by, action="year_change.drop", object_id=pk):
        row = _locked(by, pk, edit)
        row.state = State.DROPPED
        row.save(update_fields=["state"])


def apply_year(*, by: Actor, pk: uuid.UUID, edit: int) -> YearChange:
    """Apply a checked plan in one transaction; a repeat finds it applied and does nothing.

    Planned outside the transaction. TaoliError: not checked, or its day has not come; ConflictError: the plan or the
    school has changed since it was checked.
    """
    row = YearChange.objects.of(by.school_id).get(pk=pk)
    if row.state == State.APPLIED:
        return row
    if row.on > clock.today():
        raise TaoliError(
            _("The new classes hold from %(day)s. Please apply the plan on that day or later.")
            % {"day": row.on.isoformat()}
        )
    seen = check(row)
    _refuse(seen.planned)
    release(seen.planned.writes, by.school_id, seen.planned.released)
    with change(by=by, action="year_change.apply", object_id=pk, **counts_of(seen)):
        row = YearChange.objects.of(by.school_id).select_for_update().get(pk=pk)
        if row.state == State.APPLIED:
            return row
        if row.state != State.CHECKED or row.edit != edit:
            raise ConflictError(_("Somebody else changed the plan meanwhile. Please check it again."))
        if row.seen != seen.facts.number() or facts_of(by.school_id).number() != row.seen:
            raise ConflictError(
                _("Classes, students or pairings have changed since the plan was checked. Please check it again.")
            )
        row.before = write(by=by, writes=seen.planned.writes)
        row.before["term"] = _term(by, row)
        sync_all_roles(by=by)
        row.state, row.applied_at, row.applied_by = State.APPLIED, clock.now(), by.account_id
        row.save(update_fields=["state", "before", "applied_at", "applied_by"])
    return row


def undo_year(*, by: Actor, pk: uuid.UUID) -> YearChange:
    """Put everything back as it was; a repeat does nothing. ConflictError names what was written since."""
    row = YearChange.objects.of(by.school_id).get(pk=pk)
    if row.state == State.UNDONE:
        return row
    with change(by=by, action="year_change.undo", object_id=pk):
        row = YearChange.objects.of(by.school_id).select_for_update().get(pk=pk)
        if row.state == State.UNDONE:
            return row
        if row.state != State.APPLIED:
            raise TaoliError(_("This plan was not applied; there is nothing to take back."))
        if against := stands_against(row):
            raise ConflictError(_("It can no longer be taken back: %(what)s.") % {"what": "；".join(against[:NAMED])})
        restore(by.school_id, row.before)
        if made := [uuid.UUID(one) for one in row.before["term"]]:
            take_away(SchoolDay.objects.of(by.school_id).filter(term_id__in=made))
            take_away(Term.objects.of(by.school_id).filter(pk__in=made))
        sync_all_roles(by=by)
        row.state, row.undone_at, row.before = State.UNDONE, clock.now(), {}
        row.save(update_fields=["state", "undone_at", "before"])
    return row


def _refuse(planned: Planned) -> None:
    if planned.problems:
        raise TaoliError(" ".join(problem_sentence(one) for one in planned.problems[:NAMED]))


def _term(by: Actor, row: YearChange) -> list[str]:
    """Enter the new term unless it is there; return what was made."""
    if Term.objects.of(by.school_id).filter(name=row.term_name).exists():
        return []
    return [str(save_term(by=by, name=row.term_name, starts=row.starts, ends=row.ends).pk)]


def _class(row: YearChange, one: ClassWay) -> YearClass:
    return YearClass(
        school_id=row.school_id,
        change=row,
        school_class_id=one.room_id,
        way=one.way,
        grade_name=one.grade,
        target=one.target,
    )


def _locked(by: Actor, pk: uuid.UUID, edit: int) -> YearChange:
    row = YearChange.objects.of(by.school_id).select_for_update().get(pk=pk)
    if not YEAR_CHANGE_MOVES[State(row.state)] or row.state == State.APPLIED:
        raise TaoliError(_("This plan has been applied or dropped; it can no longer be changed."))
    if row.edit != edit:
        raise ConflictError(_("Somebody else changed the plan meanwhile. Please check it again."))
    return row


def _again(row: YearChange) -> None:
    """Whatever was checked has to be checked again."""
    row.state, row.seen, row.edit = State.DRAFT, "", row.edit + 1
    row.save()
