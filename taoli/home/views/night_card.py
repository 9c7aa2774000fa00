"""The night-duty card."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, opens, page
from taoli.home.forms import NightReasonForm
from taoli.home.permissions import NIGHT_CARD
from taoli.home.phrases import night_steps, turn_words
from taoli.home.queries.night import Leave, leave_of, night_search
from taoli.home.queries.night import night_card as card_of
from taoli.home.services.breaking import break_glass


@page(permission=("home.night_card", "view"), methods=("GET", "POST"))
def night_card(request: Request) -> HttpResponse:
    """While on duty: numbers, steps, a student by name, initials or room. Otherwise leads may give a reason."""
    may_break = NIGHT_CARD.may(request.actor, "without_duty")
    form = NightReasonForm(request.POST or None) if may_break else None
    if request.method == "POST" and form is not None and form.is_valid():
        try:
            break_glass(by=request.actor, session=request.session, reason=form.cleaned_data["reason"])
            return redirect("home:night_card")
        except TaoliError as refusal:
            form.add_error("reason", str(refusal))
    leave = leave_of(request.actor, request.session)
    if leave is None:
        return render(request, "home/night_card.html", {"form": form, "leave": None})
    return render(request, "home/night_card.html", _open(request, leave))


def _open(request: Request, leave: Leave) -> dict[str, object]:
    card = card_of(request.actor, leave)
    text = request.GET.get("q", "")
    found = night_search(request.actor, leave, text)
    return {
        "leave": leave,
        "card": card,
        "turns": [turn_words(turn) for turn in card.turns],
        "steps": night_steps(card.numbers.steps),
        "q": text,
        "found": found,
        "found_ids": ",".join(str(one.student.pk) for one in found),
        "write": opens(request.actor, "guidance:record_new"),
    }
