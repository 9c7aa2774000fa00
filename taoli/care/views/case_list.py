"""The cases one sees, and one's own measures."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.care.phrases import SHOWN
from taoli.care.queries.cases import case_counts
from taoli.care.queries.cases import case_list as cases
from taoli.care.queries.measures import own_measures
from taoli.care.queries.raising import students_to_raise
from taoli.common.pages import Request, opens, page
from taoli.common.views_log import log_view


@page(permission=("care.tie", "follow"))
def case_list(request: Request) -> HttpResponse:
    """Show the cases within sight, by what is asked of whom; with `find`, students about whom one may raise a worry."""
    actor, show = request.actor, request.GET.get("show", "")
    show = show if show in SHOWN else ""
    rows = cases(actor, show=show)
    log_view(actor, "care.case", [row.pk for row in rows], page="care:case_list")
    counts = case_counts(actor)
    find = request.GET.get("q", "").strip()
    context = {
        "rows": rows,
        "show": show,
        "chips": [
            (key, words, counts.get(key, 0)) for key, words in SHOWN.items() if key != "leaderless" or counts[key]
        ],
        "measures": own_measures(actor),
        "review": opens(actor, "care:category_review"),
        "signals": opens(actor, "care:signal_list"),
        "find": find,
        "found": students_to_raise(actor, find) if find else [],
    }
    return render(request, "care/case_list.html", context)
