"""What the school has handed in to its bureaus, week by week."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.offered import bureaus_above
from taoli.common.pages import Request, opens, page
from taoli.oversight.queries.handed_in import handed_in, link_of
from taoli.oversight.services.handing_in import last_week

ON_A_PAGE = 20


@page(permission=("oversight.handed_in", "view"))
def handed_in_list(request: Request) -> HttpResponse:
    """List them, the latest first, with what each bureau said."""
    context = {
        "page": Paginator(handed_in(request.actor), ON_A_PAGE).get_page(request.GET.get("page")),
        "bureaus": bureaus_above(request.actor.school_id),
        "link": link_of(request.actor.school_id),
        "week": last_week(),
        "may_send": opens(request.actor, "oversight:handed_in_new"),
    }
    return render(request, "oversight/handed_in_list.html", context)
