"""The official forms: what each holds, who sees it, how to get it."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.documents.permissions import FORM, TEMPLATE
from taoli.documents.queries.listing import own_sheet_id, reach_of, totals
from taoli.notifications.queries.slips import waiting_notices
from taoli.roster.queries.calendar import current_term
from taoli.schemes.queries import published


@page(permission=("documents.form", "view"))
def document_list(request: Request) -> HttpResponse:
    """Show one card a form, with how many people would stand on it."""
    term = current_term(request.actor.school_id)
    context = {
        "term": term,
        "may_register": FORM.may(request.actor, "register"),
        "may_appraisal": FORM.may(request.actor, "appraisal"),
        "may_templates": TEMPLATE.may(request.actor, "edit"),
        "may_state": FORM.may(request.actor, "state"),
        "reach": reach_of(request.actor),
        "totals": totals(request.actor, term),
        "scheme": published(request.actor.school_id),
        "slips": len(waiting_notices(request.actor)),
        "own_sheet": own_sheet_id(request.actor, term),
    }
    return render(request, "documents/document_list.html", context)
