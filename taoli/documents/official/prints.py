"""Print jobs as pages show them, and their files."""

import datetime as dt
import uuid
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.http import Http404

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.documents.models import PrintJob
from taoli.documents.official.layout import Holds, OfficialForm
from taoli.documents.official.registry import forms
from taoli.documents.permissions import PRINTING

LATEST = 20


@dataclass(frozen=True, slots=True)
class PrintRow:
    """A print job in a list."""

    print: PrintJob
    title: str
    people: int
    until: dt.datetime | None


def own_prints(actor: Actor) -> list[PrintRow]:
    """Return the latest print jobs the actor asked for."""
    rows = PRINTING.within(PrintJob.objects.all(), actor, "view").select_related("term", "job")
    return [_row(one) for one in rows.order_by("-asked_at", "-id")[:LATEST]]


def waiting_prints(actor: Actor) -> list[PrintRow]:
    """Return what waits for the actor to agree: never what the actor asked for."""
    if not PRINTING.may(actor, "agree"):
        return []
    rows = PRINTING.within(PrintJob.objects.filter(state=PrintJob.State.ASKED), actor, "agree")
    return [_row(one) for one in rows.exclude(asked_by=actor.person_id).select_related("term").order_by("asked_at")]


def get_print(actor: Actor, pk: uuid.UUID) -> PrintRow:
    """Return a print job the actor asked for; 404 otherwise."""
    return _one(PRINTING.within(PrintJob.objects.filter(pk=pk), actor, "view").select_related("term", "job").first())


def get_asked(actor: Actor, pk: uuid.UUID) -> PrintRow:
    """Return a print job on which the actor may have the second word; 404 otherwise."""
    rows = PRINTING.within(PrintJob.objects.filter(pk=pk), actor, "agree").exclude(asked_by=actor.person_id)
    return _one(rows.select_related("term").first())


def asks_second(form: OfficialForm, ids: Collection[object]) -> bool:
    """Say whether a second person has to agree: sensitive or contact data of more than fifty."""
    return may_need_second(form) and len(ids) > PrintJob.ALONE


def may_need_second(form: OfficialForm) -> bool:
    """Say whether a form holds what a second person has to agree to, if it is printed for many."""
    return form.holds is not Holds.INTERNAL


def folder_of(job: PrintJob) -> Path:
    """Return where the sheets and the file of a job lie."""
    return Path(settings.DATA) / "prints" / str(job.school_id) / str(job.pk)


def file_of(job: PrintJob) -> Path:
    """Return the finished file; 404 when it is not there (any more)."""
    found = folder_of(job) / ("all.pdf" if job.shape == PrintJob.Shape.ONE_PDF else "all.zip")
    if job.state != PrintJob.State.DONE or not found.is_file():
        raise Http404
    return found


def is_over(job: PrintJob) -> bool:
    """Say whether the time is over for which the file is kept."""
    return job.made_at is not None and clock.now() - job.made_at >= PrintJob.KEPT


def title_of(key: str) -> str:
    """Return a form's printed title; its key when the form is no longer there."""
    form = forms().get(key)
    return form.title if form else key


def _one(job: PrintJob | None) -> PrintRow:
    if job is None:
        raise Http404
    return _row(job)


def _row(job: PrintJob) -> PrintRow:
    until = job.made_at + PrintJob.KEPT if job.made_at and job.state == PrintJob.State.DONE else None
    return PrintRow(job, title_of(job.form), len(job.ids), until)
