"""A mentor's day on one page."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common import clock
from taoli.common.pages import Request, page
from taoli.guidance.phrases import ago, full_date
from taoli.home.phrases import action_title, action_where, action_why, kind_words, week_words
from taoli.home.queries.next_actions import Action
from taoli.home.queries.shell import remember_term
from taoli.home.queries.today import Today, get_today
from taoli.home.services.putting_off import hidden
from taoli.matching.queries.asked import asked_of


@page(permission=("home.today", "view"))
def today(request: Request) -> HttpResponse:
    """Show at most three next actions with their clauses, the week, my students."""
    found = get_today(request.actor, hidden(request.session, clock.today()))
    remember_term(request, found.term)
    context = {
        "today": found,
        "heading": week_words(found.day, found.week),
        "cards": [_card(found, action) for action in found.plan.actions],
        "students": [{"person": one, "ago": ago(one.last, found.day) if one.last else ""} for one in found.people],
        "done": [{"label": kind_words(kind), "count": len(met)} for kind, met in sorted(found.done.items())],
        "asks": asked_of(request.actor),
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
        "where": action_where(action.way, rooms, len(names)),
        "clauses": list({str(clause): clause for clause in (duty.clause_of("times") for duty in duties)}.values()),
        "way": action.way,
        "students": ",".join(str(person.pk) for person in action.students),
    }
