"""The night-duty card whole, for a sealed envelope and for the copy on the phone."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common import clock
from taoli.common.pages import Request, page
from taoli.home.phrases import night_steps, turn_words
from taoli.home.queries.night import leave_of, night_card
from taoli.home.queries.night import night_sheet as sheet_of


@page(permission=("home.night_card", "view"))
def night_sheet(request: Request) -> HttpResponse:
    """Show numbers, steps and every student within reach on one page that needs nothing else; 404 without leave."""
    leave = leave_of(request.actor, request.session)
    students = sheet_of(request.actor, leave)
    assert leave is not None
    card = night_card(request.actor, leave)
    context = {
        "leave": leave,
        "card": card,
        "turns": [turn_words(turn) for turn in card.turns],
        "steps": night_steps(card.numbers.steps),
        "students": students,
        "now": clock.now(),
    }
    return render(request, "home/night_sheet.html", context)
