"""The school's own ladder of stars, where its scheme has none (校本补充)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.forms import LadderForm
from taoli.evaluation.queries.ladder import OWN_KEY, ladder, stars_in
from taoli.evaluation.queries.stars import star_run


@page(permission=("evaluation.ladder", "edit"), methods=("GET", "POST"))
def star_settings(request: Request) -> HttpResponse:
    """Take levels and criteria, one level a line."""
    run = star_run(request.actor.school_id)
    honour = stars_in(run) if run else None
    form = LadderForm(request.POST or None, ladder=ladder(request.actor.school_id))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data

        def work() -> str:
            services.set_ladder(by=request.actor, label=said["label"], levels=said["levels"], edit=said["edit"] or 0)
            messages.success(request, _("The ladder is kept."))
            return reverse("evaluation:star_list")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    theirs = honour if honour and honour.key != OWN_KEY else None
    context = {"form": form, "theirs": theirs, "op": request.POST.get("op", "")}
    return render(request, "evaluation/star_settings.html", context)
