"""Put the answers that wait in use."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services


@page(permission=("evaluation.survey", "edit"), kind="action", methods=("POST",))
def answers_confirm(request: Request) -> HttpResponseRedirect:
    """Confirm; the appraisal has to be drafted again to count them."""

    def work() -> str:
        services.confirm_answers(by=request.actor)
        return reverse("evaluation:appraisal_show")

    try:
        answer = once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("evaluation:answers_import"))
    messages.success(request, _("The answers are in use. Draft the appraisal again to count them."))
    return answer
