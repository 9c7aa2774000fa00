"""Add something to a student's archive."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.archive.forms import EntryForm
from taoli.archive.queries.entries import get_story_student
from taoli.archive.queries.settings import settings_of
from taoli.archive.services import add_entry
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("archive.story", "add"), methods=("GET", "POST"))
def entry_new(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take section, words, day and pictures; `?section=` is chosen already."""
    student = get_story_student(request.actor, pk, "add")
    form = EntryForm(
        request.POST or None,
        request.FILES or None,
        actor=request.actor,
        kept=settings_of(request.actor.school_id),
        initial={"section": request.GET.get("section", "")},
    )
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            add_entry(by=request.actor, student_id=pk, facts=form.facts(), files=form.cleaned_data["pictures"])
            messages.success(request, _("Kept in the archive."))
            return reverse("archive:archive_show", args=[pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "student": student, "op": request.POST.get("op", "")}
    return render(request, "archive/entry_new.html", context)
