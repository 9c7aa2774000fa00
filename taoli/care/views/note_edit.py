"""Write a sealed note, or write one anew."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.forms.sealed import NoteForm
from taoli.care.queries.sealed import NoteRow, held_student, note_of
from taoli.care.services.sealed import change_note, keep_note
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page


@page(permission=("care.sealed_note", "write"), methods=("GET", "POST"))
def note_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take day and text; `?note=`: the note to be written anew, the wording before is kept."""
    student = held_student(request.actor, pk)
    asked = id_of(request.GET.get("note", ""))
    note = note_of(request.actor, pk, asked) if asked else None
    if request.GET.get("note") and note is None:
        raise Http404
    form = NoteForm(request.POST or None, begun={"text": note.text, "edit": note.edit} if note else None)
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _write(request, form, pk, note))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "student": student, "note": note, "op": request.POST.get("op", "")}
    return render(request, "care/note_edit.html", context)


def _write(request: Request, form: NoteForm, student: uuid.UUID, note: NoteRow | None) -> str:
    said = form.cleaned_data
    if note:
        change_note(by=request.actor, pk=note.pk, edit=said["edit"] or 0, text=said["text"])
    else:
        keep_note(by=request.actor, student_id=student, text=said["text"], held_on=said["held_on"])
    messages.success(request, _("Sealed and kept."))
    return reverse("care:note_list", args=[student])
