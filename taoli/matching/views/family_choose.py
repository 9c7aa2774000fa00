"""At home: a family's link opens the one child's wishes, without an account, until choosing closes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from taoli.common.errors import TaoliError
from taoli.common.pages import page
from taoli.matching import services
from taoli.matching.forms import hand_in
from taoli.matching.queries.choosing import choosing_view
from taoli.matching.queries.codes import actor_of, known_row

PAGE = "matching/family_choose.html"


@page(permission="public", methods=("GET", "POST"))
@never_cache
def family_choose(request: HttpRequest, code: str) -> HttpResponse:
    """Show the child's page; a form that was open when the time passed is still taken, as late."""
    try:
        row = (known_row(code, "family") if request.method == "POST" else None) or services.enter(
            text=code, kind="family"
        )
    except TaoliError as refusal:
        return render(request, PAGE, {"refusal": str(refusal)})
    actor, choice = actor_of(row), row.round
    if request.method != "POST":
        return render(request, PAGE, {"round": choice, "view": choosing_view(actor, choice)})
    then = reverse("matching:family_choose", args=[code])
    done = hand_in(request, by=actor, round_id=choice.pk, source="family", then=then)
    if done.answer is None:
        view = choosing_view(actor, choice, done.typed, newest=done.stale)
        return render(request, PAGE, {"round": choice, "view": view, "error": done.error})
    if done.late:
        messages.warning(
            request, _("The closing time had passed: the wishes are saved as late, and the office sees that.")
        )
    else:
        messages.success(request, _("The wishes are saved. Until the last day they can be changed."))
    return done.answer
