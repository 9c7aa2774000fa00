"""A mentor's day on one page."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common import clock
from taoli.common.pages import Request, page
from taoli.evaluation.queries.ballots import surveys_asked
from taoli.guidance.phrases import full_date, joined
from taoli.home.phrases import action_title, action_where, action_why, kind_words, standing_words, week_words
from taoli.home.queries.care import care_due
from taoli.home.queries.next_actions import Action
from taoli.home.queries.own import arranged
from taoli.home.queries.shell import remember_term
from taoli.home.queries.today import Today, get_today
from taoli.home.queries.today_lines import aside_line, day_line, declined_lines, student_line
from taoli.home.services.putting_off import hidden
from taoli.matching.queries.asked import asked_of


@page(permission=("home.today", "view"))
def today(request: Request) -> HttpResponse:
    """Show at most three next actions with their clauses, the week, my students."""
    aside, evenings = arranged(request.actor)
    away = {(one.way, one.student_id) for one in aside}
    later = hidden(request.session, clock.today())
    found = get_today(request.actor, later | away, evenings=evenings)
    remember_term(request, found.term)
    context = {
        "today": found,
        "later": bool(later),
        "heading": week_words(found.day, found.week),
        "cards": [_card(found, action) for action in found.plan.actions],
        "students": [student_line(found, one) for one in found.people],
        "asides": [aside_line(one) for one in aside],
        "declined": declined_lines(found),
        "standing": joined([standing_words(one.name, one.ends) for one in found.standing]),
        "week": [day_line(found, one) for one in found.days],
        "done": [{"label": kind_words(kind), "count": len(met)} for kind, met in sorted(found.done.items())],
        "asks": [*asked_of(request.actor), *surveys_asked(request.actor)],
        "care": care_due(request.actor),
        "slot": full_date(found.slot) if found.slot else "",
    }
    return render(request, "home/today.html", context)


def _card(found: Today, action: Action) -> dict[str, object]:
    duties = [found.duties[key] for key in action.duties]
    names = [person.name for person in action.students]
    rooms = [person.class_name for person in action.students]
    return {
        "title": action_title(action.way, names, action.students[0].group_name if action.whole_group else ""),
        "why": action_why(list(dict.fromkeys(duty.label for duty in duties)), len(names), action.due),
        "where": action_where(action.way, rooms, action.moments),
        "clauses": list({str(clause): clause for clause in (duty.clause_of("times") for duty in duties)}.values()),
        "way": action.way,
        "students": ",".join(str(person.pk) for person in action.students),
    }
