"""One story: the author's own as it was written, with its consents; anybody else's as the collection shows it."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.evaluation.permissions import STORY
from taoli.evaluation.queries.stories import about_rows, get_story, is_own, lacking


@page(permission=("evaluation.story", "read"))
def story_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show it."""
    actor = request.actor
    try:
        story = get_story(actor, pk, "write")
    except Http404:
        story = get_story(actor, pk, "read")
    own = is_own(actor, story)
    about = about_rows(story) if own else []
    context = {
        "story": story,
        "own": own,
        "about": about,
        "lacking": lacking(about),
        "settles": own or STORY.may(actor, "review"),
    }
    return render(request, "evaluation/story_show.html", context)
