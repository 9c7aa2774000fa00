"""One student at the class computer: ask, look for the answer, call for help; then the screen is cleared."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import page
from taoli.common.policy import Actor
from taoli.guidance.forms.talks import TalkForm
from taoli.guidance.phrases.talks import seen_words
from taoli.guidance.queries.adults import adults_for
from taoli.guidance.queries.alarms import own_alarm
from taoli.guidance.queries.talk_codes import TICKET, TICKET_SECONDS, actor_of, ticket_row
from taoli.guidance.queries.talks import next_noon, own_student, own_talk
from taoli.guidance.services.alarms import press_unsafe, ring_due
from taoli.guidance.services.talks import ask_to_talk, take_back_talk
from taoli.roster.queries.watch import numbers_of


@page(permission="public", methods=("GET", "POST"))
@never_cache
def talk_room(request: HttpRequest) -> HttpResponse:
    """Show the page of the code entered in this browser; whatever is sent from another form than its own ends it."""
    row = ticket_row(str(request.get_signed_cookie(TICKET, "", max_age=TICKET_SECONDS)))
    if row is None or request.POST.get("who", str(row.pk)) != str(row.pk) or "leave" in request.POST:
        return _cleared()
    actor = actor_of(row)
    if "unsafe" in request.POST:
        press_unsafe(by=actor, source="room")
        return redirect("guidance:talk_room")
    if getattr(request, "htmx", False):
        ring_due(school_id=actor.school_id)
        return render(request, "guidance/_unsafe_state.html", _numbers(actor))
    adults = [(one.key, one.words) for one in adults_for(own_student(actor))]
    form = TalkForm(
        request.POST if "adult" in request.POST or "text" in request.POST else None, adults=adults, room=True
    )
    if request.method == "POST":
        answer = _done(request, actor, form)
        if answer is not None:
            return answer
    context = {"form": form, "who": row.pk, "name": actor.name, "room": row.student.school_class.name}
    context |= {"talk": own_talk(actor), "seen": seen_words(next_noon(actor.school_id, clock.now()))}
    return render(request, "guidance/talk_room.html", {**context, **_numbers(actor)})


def _numbers(actor: Actor) -> dict[str, object]:
    watch = reverse("guidance:talk_room")
    return {"alarm": own_alarm(actor), "numbers": numbers_of(actor.school_id), "watch": watch}


def _done(request: HttpRequest, actor: Actor, form: TalkForm) -> HttpResponse | None:
    def work() -> str:
        if "back" in request.POST:
            take_back_talk(by=actor)
            return reverse("guidance:talk_enter") + "?done=back"
        given = form.cleaned_data
        ask_to_talk(by=actor, adult=given["adult"], text=given["text"], may_pass=given["may_pass"], source="room")
        return reverse("guidance:talk_enter") + "?done=sent"

    if "back" not in request.POST and not form.is_valid():
        return None
    try:
        answer = once(request, work, by=actor)
    except TaoliError as refusal:
        form.full_clean()
        form.add_error(None, str(refusal))
        return None
    answer.delete_cookie(TICKET, samesite="Strict")
    return answer


def _cleared() -> HttpResponse:
    answer = redirect("guidance:talk_enter")
    answer.delete_cookie(TICKET, samesite="Strict")
    return answer
