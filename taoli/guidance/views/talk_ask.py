"""我想聊聊, on one's own account."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.guidance.forms.talks import TalkForm
from taoli.guidance.phrases.talks import seen_words
from taoli.guidance.queries.adults import adults_for
from taoli.guidance.queries.talks import next_noon, own_student, own_talk
from taoli.guidance.services.talks import ask_to_talk, take_back_talk
from taoli.roster.queries.watch import numbers_of


@page(permission=("guidance.talk", "ask"), methods=("GET", "POST"))
def talk_ask(request: Request) -> HttpResponse:
    """Numbers first, then with whom and a few words if one likes; or take back what nobody has read."""
    if "back" in request.POST:
        return _take_back(request)
    adults = [(one.key, one.words) for one in adults_for(own_student(request.actor))]
    form = TalkForm(request.POST or None, adults=adults)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data

        def work() -> str:
            ask_to_talk(by=request.actor, adult=given["adult"], text=given["text"], may_pass=given["may_pass"])
            return reverse("home:student_home")

        try:
            answer = once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
        else:
            return _cleared(request) if given["shared"] else _told(request, answer)
    context = {
        "form": form,
        "numbers": numbers_of(request.actor.school_id),
        "seen": seen_words(next_noon(request.actor.school_id, clock.now())),
        "talk": own_talk(request.actor),
    }
    return render(request, "guidance/talk_ask.html", context)


def _told(request: Request, answer: HttpResponse) -> HttpResponse:
    messages.success(request, _("It has been sent. Well done for saying so."))
    return answer


def _cleared(request: Request) -> HttpResponse:
    logout(request)
    answer = redirect(reverse("guidance:talk_enter") + "?done=sent")
    answer["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def _take_back(request: Request) -> HttpResponse:
    def work() -> str:
        take_back_talk(by=request.actor)
        messages.success(request, _("It has been taken back. Nobody has read it."))
        return reverse("home:student_home")

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect("home:student_home")
