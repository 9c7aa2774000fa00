"""Note what a student or the family said about a story."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.forms import ConsentForm
from taoli.evaluation.queries.stories import get_about, get_story, is_own


@page(permission=("evaluation.story", "settle"), kind="action", methods=("POST",))
def story_consent(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """Note it; taken back, the story leaves the collection at once."""
    story = get_story(request.actor, pk, "settle")
    form = ConsentForm(request.POST)
    if not form.is_valid():
        raise TaoliError(_("This could not be read. Please choose again."))
    said = form.cleaned_data
    about = get_about(story, said["about"])

    def work() -> str:
        services.note_consent(
            by=request.actor,
            pk=story.pk,
            about_id=about.pk,
            given=said["said"] == "given",
            giver=said["giver"],
            said_on=said["said_on"],
        )
        messages.success(request, _("Noted."))
        if is_own(request.actor, story):
            return reverse("evaluation:story_show", args=[story.pk])
        if said["said"] == "given":
            return reverse("evaluation:story_review", args=[story.pk])
        return reverse("evaluation:story_list")

    return once(request, work)
