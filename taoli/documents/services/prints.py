"""Printing many: asked for, agreed to, made, thrown away."""

import shutil
import uuid
from collections.abc import Collection
from pathlib import Path

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.documents.models import PRINT_MOVES, PrintJob
from taoli.documents.official.layout import OfficialForm
from taoli.documents.official.prints import asks_second, file_of, folder_of, is_over
from taoli.documents.services.printing import trace
from taoli.roster.models import Term

State, Shape = PrintJob.State, PrintJob.Shape
MOST = 6000  # sheets in one job
MOST_WORDS = 500


def ask(
    *,
    by: Actor,
    form: OfficialForm,
    term: Term,
    place: str,
    ids: Collection[uuid.UUID | None],
    shape: str,
    reason: str = "",
) -> PrintJob:
    """Ask for the sheets of a form; the job runs at once, or waits for a second person.

    TaoliError: nobody there, too many for one file, a second person is needed and no reason is given.
    """
    most = MOST_WORDS if shape == Shape.WORDS else MOST
    if not ids:
        raise TaoliError(_("There is nothing to print yet."))
    if len(ids) > most:
        raise TaoliError(_("At most %(most)s at a time. Please print grade by grade.") % {"most": most})
    second = asks_second(form, ids)
    if second and not reason.strip():
        raise TaoliError(_("Please say what it is for. A second person reads it before the file is made."))
    assert by.person_id is not None
    with change(by=by, action="print.ask", form=form.key, people=len(ids), shape=shape, second=second) as note:
        job = PrintJob.objects.create(
            school_id=by.school_id,
            form=form.key,
            term=term,
            place=place,
            ids=[str(one) for one in ids if one],
            shape=shape,
            state=State.ASKED if second else State.RUNNING,
            reason=reason.strip(),
            asked_by=by.person_id,
            asked_account=by.account_id,
            asked_name=by.name,
            asked_at=clock.now(),
        )
        note.object_id = job.pk
    return job


def agree(*, by: Actor, pk: uuid.UUID, yes: bool) -> PrintJob:
    """Agree to a job somebody else asked for, or refuse it. TaoliError: the own one; ConflictError: settled already."""
    with change(by=by, action="print.agree" if yes else "print.refuse", object_id=pk) as note:
        job = PrintJob.objects.of(by.school_id).select_for_update().get(pk=pk)
        if job.asked_by == by.person_id:
            raise TaoliError(_("Somebody else has to agree."))
        if job.state != State.ASKED:
            raise ConflictError(_("This has been settled already."))
        move(job, State.RUNNING if yes else State.REFUSED)
        job.second_by, job.second_name, job.second_at = by.person_id, by.name, clock.now()
        job.save(update_fields=["state", "second_by", "second_name", "second_at"])
        note.data["form"] = job.form
    return job


def again(*, by: Actor, job: PrintJob) -> PrintJob:
    """Let a job go on that did not work: sheets that are made already stay."""
    with change(by=by, action="print.again", object_id=job.pk):
        locked = PrintJob.objects.of(by.school_id).select_for_update().get(pk=job.pk)
        move(locked, State.RUNNING)
        locked.save(update_fields=["state"])
    return locked


def fetched(*, by: Actor, job: PrintJob) -> Path:
    """Return the finished file for whoever asked for it, noted first; 404 when it is not there any more."""
    found = file_of(job)
    trace(by, f"{job.form}.{job.shape}.fetch", job.sheets, job.pk)
    return found


def move(job: PrintJob, state: str) -> None:
    """Change the state as PRINT_MOVES allows; ConflictError otherwise."""
    if state not in PRINT_MOVES[State(job.state)]:
        raise ConflictError(_("This has been settled already."))
    job.state = state


def purge_prints(*, school_id: int) -> int:
    """Delete the files whose week is over; that they were printed stays on record. Return how many."""
    rows = PrintJob.objects.of(school_id).filter(state=State.DONE)
    over = [job for job in rows if is_over(job)]
    for job in over:
        shutil.rmtree(folder_of(job), ignore_errors=True)
    PrintJob.objects.of(school_id).filter(pk__in=[job.pk for job in over]).update(state=State.EXPIRED)
    return len(over)
