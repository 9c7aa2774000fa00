"""Paper sheets of a class: two on an A4 page, coded by the student's number, with the mentors to choose from."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.matching.queries.choosing import paper_picks
from taoli.matching.queries.handing_in import choice_round, class_students
from taoli.matching.queries.rounds import ranks_of

ON_THE_SHEET = 60  # more mentors than this stand on a list of their own, for the classroom


@page(permission=("matching.hand_in", "issue"))
def wishes_paper(request: Request, pk: uuid.UUID, room: uuid.UUID) -> HttpResponse:
    """Show the sheets, ready to print; they carry no code that opens anything."""
    choice = choice_round(request.actor, pk, "issue")
    students = class_students(request.actor, choice, room, "issue")
    mentors = paper_picks(choice, room)
    context = {
        "round": choice,
        "room": students[0].school_class,
        "students": students,
        "mentors": mentors,
        "aside": len(mentors) > ON_THE_SHEET,
        "told": any(pick.told for pick in mentors),
        "places": range(1, ranks_of(choice) + 1),
    }
    return render(request, "matching/wishes_paper.html", context)
