"""Review a story: as it was written beside the proposal without names; into the collection, or back with a word."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.evaluation import services
from taoli.evaluation.forms import StoryReviewForm
from taoli.evaluation.queries.nameless import known_names, nameless
from taoli.evaluation.queries.stories import about_rows, get_story, is_own, lacking


@page(permission=("evaluation.story", "review"), methods=("GET", "POST"))
def story_review(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show both; POST takes it in, or with `back` gives it back."""
    actor, story = request.actor, get_story(request.actor, pk, "review")
    names = known_names(story)
    title, text = nameless(story.title, names), nameless(story.text, names)
    begun = {"title": title.text, "text": text.text, "edit": story.edit}
    form = StoryReviewForm(request.POST or None, initial=begun)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data

        def work() -> str:
            if "back" in request.POST:
                services.return_story(by=actor, pk=pk, answer=said["answer"])
            else:
                services.accept_story(by=actor, pk=pk, title=said["title"], text=said["text"], edit=said["edit"])
            return reverse("evaluation:story_list")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    about = about_rows(story)
    log_view(actor, "evaluation.story", [story.pk], page="evaluation:story_review")
    context = {
        "story": story,
        "form": form,
        "found": [*title.found, *text.found],
        "about": about,
        "lacking": lacking(about),
        "reviews": story.state == "submitted" and not is_own(actor, story),
        "op": request.POST.get("op", ""),
    }
    return render(request, "evaluation/story_review.html", context)
