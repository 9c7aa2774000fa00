"""The desk of the moral office, the principal and the grade leads."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.common.policy import Role
from taoli.evaluation.queries.ballots import surveys_asked
from taoli.home.queries.care import care_lines
from taoli.home.queries.desk import decisions, facts_of, may_need_relief
from taoli.home.queries.desk_lines import decision_line, first_step_line, look_line, station_line
from taoli.home.queries.first_steps import first_steps
from taoli.home.queries.grade_lead import three_names
from taoli.home.queries.shell import term_of
from taoli.home.queries.stations import stations
from taoli.matching.queries.asked import asked_of


@page(permission=("home.desk", "view"))
def desk(request: Request) -> HttpResponse:
    """Show the year as stations and three sentences; the grade lead's within the grade."""
    term = term_of(request)
    facts = facts_of(request.actor, term) if term else None
    waiting = decisions(request.actor)
    office = request.actor.holds(Role.MORAL_OFFICE)
    wide = request.actor.holds(Role.MORAL_OFFICE, Role.PRINCIPAL)
    first = first_steps(request.actor.school_id, term) if office else None
    looks = three_names(request.actor, term) if term and not wide else []
    context = {
        "facts": facts,
        "stations": [station_line(request.actor, facts, one) for one in stations(facts)] if facts else [],
        "decisions": [decision_line(request.actor, one) for one in waiting],
        "decides": office,
        "first": first,
        "first_steps": [first_step_line(one) for one in first.steps] if first else [],
        "asks": [*asked_of(request.actor), *surveys_asked(request.actor)],
        "relief": may_need_relief(request.actor, term) if term else [],
        "wide": wide,
        "care": care_lines(request.actor),
        "looks": [look_line(request.actor, one) for one in looks],
    }
    return render(request, "home/desk.html", context)
