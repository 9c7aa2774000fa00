"""The bureau's proposal beside the school's own scheme."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.oversight.permissions import PROPOSAL
from taoli.oversight.queries.proposals import asks, get_proposal, in_words
from taoli.schemes.queries import answered, current, draft, rules
from taoli.schemes.services import going_along


@page(permission=("oversight.proposal", "view"))
def base_compare(request: Request, pk: int) -> HttpResponse:
    """Show what is kept, tightened, filled, still open and looser, and what would go along onto the base."""
    base = get_proposal(request.actor, pk)
    school = request.actor.school_id
    mine = current(school, base)
    context: dict[str, Any] = {
        "base": base,
        "mine": mine,
        "said": answered(school, base),
        "draft": draft(school),
        "answers": PROPOSAL.may(request.actor, "answer"),
        **asks(base),
    }
    if mine is not None:
        kept, left = going_along(mine, base)
        context |= {"found": in_words(mine, base), "along": len(kept), "left": len(left), "scheme": rules(mine)}
    return render(request, "oversight/base_compare.html", context)
