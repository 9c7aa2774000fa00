"""Write a story, or change one that has not been handed in."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.forms import StoryForm
from taoli.evaluation.queries.stories import about_rows, get_story, own_students


@page(permission=("evaluation.story", "write"), methods=("GET", "POST"))
def story_edit(request: Request) -> HttpResponse:
    """Take kind, title, text and whom it is about; `?story=`: one to be changed."""
    actor, asked = request.actor, request.GET.get("story", "")
    story = get_story(actor, id_of(asked) or uuid.UUID(int=0), "write") if asked else None
    about = [str(one.row.student_id) for one in about_rows(story)] if story else []
    form = StoryForm(request.POST or None, story=story, about=about, students=own_students(actor))
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            kept = services.write_story(
                by=actor, facts=form.facts(), pk=story.pk if story else None, edit=form.cleaned_data["edit"] or 0
            )
            return reverse("evaluation:story_show", args=[kept.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "story": story, "op": request.POST.get("op", "")}
    return render(request, "evaluation/story_edit.html", context)
