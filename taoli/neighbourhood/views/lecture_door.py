"""The door of an evening: a family taps its class. No account, no name; only the count is kept."""

import uuid

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.guessing import counted
from taoli.common.idempotency import once
from taoli.common.pages import page
from taoli.common.policy import Actor
from taoli.neighbourhood.forms import DoorForm
from taoli.neighbourhood.queries.lectures import find_lecture, parts_of
from taoli.neighbourhood.services.lectures import SHEET_DAYS, tap_class

PAGE, SEEN, DAY = "neighbourhood/lecture_door.html", "evening", 24 * 3600


@page(permission="public", methods=("GET", "POST"))
@never_cache
def lecture_door(request: HttpRequest, word: str) -> HttpResponse:
    """Count one family of a class; a browser that has tapped is thanked and not counted again."""
    try:
        with counted(request, "evening"):
            lecture = find_lecture(word)
    except TaoliError as refusal:
        return render(request, PAGE, {"refusal": str(refusal)}, status=404)
    done, today = request.COOKIES.get(SEEN, ""), clock.today()
    readable = bool(lecture.sheet) and lecture.held_on <= today <= lecture.held_on + SHEET_DAYS
    begun = {"sheet": lecture.held_on < today}
    form = DoorForm(request.POST or None, parts=parts_of(lecture), sheet=readable, initial=begun)
    wrong = ""
    if request.method == "POST" and form.is_valid() and not done.startswith(word):
        sheet = form.cleaned_data.get("sheet", False)
        by = Actor(account_id=None, school_id=lecture.school_id, person_kind="door", person_id=lecture.pk, name="door")

        def work() -> str:
            tap_class(by=by, lecture=lecture, room=uuid.UUID(form.cleaned_data["room"]), sheet=sheet)
            return reverse("neighbourhood:lecture_door", args=[word])

        try:
            answer = once(request, work, by=by)
        except TaoliError as error:
            wrong = str(error)
        else:
            secure = settings.SESSION_COOKIE_SECURE
            answer.set_cookie(SEEN, word + "s" * sheet, max_age=DAY, httponly=True, samesite="Lax", secure=secure)
            return answer
    state = "sheet" if done == word + "s" else "done" if done == word else "open"
    soon = not readable and lecture.held_on != today
    context = {"lecture": lecture, "form": form, "state": state, "soon": soon, "wrong": wrong}
    return render(request, PAGE, context)
