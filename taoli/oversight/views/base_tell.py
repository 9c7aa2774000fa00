"""Tell the bureau how far the school is with its base."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.oversight.queries.proposals import get_proposal
from taoli.oversight.services.base_answers import hand_in_answer


@page(permission=("oversight.proposal", "answer"), kind="action", methods=("POST",))
def base_tell(request: Request, pk: int) -> HttpResponse:
    """Hand in the state and the places that differ; the same twice says the same."""
    base = get_proposal(request.actor, pk)
    try:
        told = hand_in_answer(by=request.actor, base=base)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
    else:
        words = _("The bureau knows now how far you are.")
        messages.success(request, words if told else _("There is nothing to tell yet."))
    return redirect("oversight:base_compare", pk)
