"""The staff."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.roster.queries.staff import staff_matching, staff_rows, subject_choices
from taoli.roster.queries.tabs import roster_tabs

PER_PAGE = 45


@page(permission=("roster.staff", "view"))
def staff_list(request: Request) -> HttpResponse:
    """List them by name with subject, class and number of mentees."""
    text, subject = request.GET.get("q", "").strip(), request.GET.get("subject", "")
    found = Paginator(staff_matching(request.actor, text, subject), PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "roster/staff_list.html",
        {
            "found": found,
            "rows": staff_rows(request.actor.school_id, list(found)),
            "text": text,
            "subject": subject,
            "subjects": subject_choices(request.actor.school_id),
            "editable": opens(request.actor, "roster:staff_edit"),
            "tabs": roster_tabs(request.actor, "staff_list"),
        },
    )
