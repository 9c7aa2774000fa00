"""One appointment."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.guidance.forms import topic_options
from taoli.guidance.phrases import DISCIPLINE, STATE_KIND, moment_words, place_words
from taoli.guidance.queries.appointments import OPEN, get_appointment, journal, offers, students_of
from taoli.guidance.queries.visiting import companions, phones_of


@page(permission=("guidance.appointment", "view"))
def visit_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show how it stands, what is mine to do, how to reach the family, what to bring up, who changed what."""
    row = get_appointment(request.actor, pk)
    mine = request.actor.person_id in {row.mentor_id, row.second_id}
    if not mine:
        log_view(request.actor, "guidance.appointment", [row.pk], page="guidance:visit_show")
    children = students_of(row)
    phones, barred = phones_of(row.school_id, [one.pk for one in children])
    context = {
        "row": row,
        "mine": mine,
        "children": children,
        "kind": STATE_KIND[row.state],
        "when": moment_words(row.starts) if row.starts else "",
        "place": place_words(row.place, row.place_note),
        "offered": offers(row, "mentor"),
        "wished": offers(row, "family"),
        "open": row.state in {*OPEN, "declined"},
        "agreed": row.state == "agreed",
        "phones": phones,
        "barred": barred,
        "companions": companions(row.school_id, row.mentor_id),
        "topics": topic_options(row.topics),
        "discipline": DISCIPLINE,
        "journal": journal(row),
    }
    return render(request, "guidance/visit_show.html", context)
