"""Hand a story in, or take it out."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.queries.stories import get_story


@page(permission=("evaluation.story", "settle"), kind="action", methods=("POST",))
def story_move(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """`to=in`: the author hands it in; `to=out`: author or office take it out."""
    out = request.POST.get("to") == "out"
    story = get_story(request.actor, pk, "settle" if out else "write")

    def work() -> str:
        if out:
            services.withdraw_story(by=request.actor, pk=story.pk)
            messages.success(request, _("Taken out; nobody else reads it any more."))
            return reverse("evaluation:story_list")
        services.submit_story(by=request.actor, pk=story.pk)
        messages.success(request, _("Handed in."))
        return reverse("evaluation:story_show", args=[story.pk])

    return once(request, work)
