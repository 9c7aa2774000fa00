"""The classes of a round and their groups."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.matching.queries.groupings import across, grouping_rooms, may_group
from taoli.matching.queries.work import work_round


@page(permission=("matching.grouping", "edit"))
def grouping_list(request: Request, pk: uuid.UUID) -> HttpResponse:
    """List the classes in reach with how many students have a group, and drafts that wait to be looked at."""
    choice = work_round(request.actor, pk)
    context = {
        "round": choice,
        "shows_round": opens(request.actor, "matching:round_show"),
        "rows": grouping_rooms(request.actor, choice),
        "across": across(choice),
        "open": may_group(request.actor, choice),
    }
    return render(request, "matching/grouping_list.html", context)
