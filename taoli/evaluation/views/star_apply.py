"""Apply for stars: level, criteria, what shows it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.forms import StarForm
from taoli.evaluation.queries.ladder import stars_in
from taoli.evaluation.queries.stars import evidence_of, mentor_of, star_run, waiting_of


@page(permission=("evaluation.star", "apply"), methods=("GET", "POST"))
def star_apply(request: Request) -> HttpResponse:
    """Offer levels and evidence; POST sends the application. Without ladder or sheet: say why."""
    run = star_run(request.actor.school_id)
    mentor, honour = mentor_of(request.actor, run), stars_in(run) if run else None
    if run is None or mentor is None or honour is None:
        return render(request, "evaluation/star_apply.html", {"run": run, "mentor": mentor, "honour": honour})
    shown = evidence_of(mentor)
    form = StarForm(request.POST or None, honour=honour, shown=shown)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            services.apply_for_star(by=request.actor, run=run, mentor=mentor, said=form.facts())
            messages.success(request, _("Sent. Somebody else will look at it."))
            return reverse("evaluation:star_list")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {
        "run": run,
        "mentor": mentor,
        "honour": honour,
        "form": form,
        "shown": shown,
        "waiting": waiting_of(mentor, run, honour),
        "op": request.POST.get("op", ""),
    }
    return render(request, "evaluation/star_apply.html", context)
