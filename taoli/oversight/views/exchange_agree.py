"""The author agrees that an own text is passed on."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.forms.exchange import AgreeForm
from taoli.oversight.queries.exchange import get_own_text
from taoli.oversight.services.exchange import agree


@page(permission=("oversight.story_offer", "own"), kind="action", methods=("POST",))
def exchange_agree(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """`part`: what it is about."""
    story, form = get_own_text(request.actor, pk), AgreeForm(request.POST)
    if not form.is_valid():
        raise TaoliError(_("Please choose what it is about."))

    def work() -> str:
        agree(by=request.actor, story=story, part=form.cleaned_data["part"])
        messages.success(request, _("Noted. The office looks at it and hands it in."))
        return reverse("oversight:exchange_list")

    return once(request, work)
