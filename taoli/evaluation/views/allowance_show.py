"""The allowance of a term: for what, how much, each mentor's line in words; the school's own amount."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.evaluation import services
from taoli.evaluation.forms import AllowanceForm
from taoli.evaluation.permissions import PAY
from taoli.evaluation.queries.pay import allowance_in_force, payments, scheme_allowance, setting_of
from taoli.roster.queries.calendar import current_term, term_of_school, terms


@page(permission=("evaluation.pay", "view"), methods=("GET", "POST"))
def allowance_show(request: Request) -> HttpResponse:
    """Show a term's (`?term=`); POST sets the school's own amount."""
    actor = request.actor
    term = term_of_school(actor.school_id, request.GET.get("term", "")) or current_term(actor.school_id)
    if term is None:
        return render(request, "evaluation/allowance_show.html", {"term": None})
    scheme, setting = scheme_allowance(actor.school_id, term), setting_of(actor.school_id, term)
    edits = PAY.may(actor, "edit") and (scheme is None or scheme.amount is None)
    form = AllowanceForm(request.POST or None, setting=setting, scheme=scheme)
    if request.method == "POST" and not PAY.may(actor, "edit"):
        raise PermissionDenied
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data

        def work() -> str:
            services.set_allowance(
                by=actor,
                term=term,
                kind=said.get("kind", ""),
                amount=said["amount"],
                times_factor=said.get("times_factor", False),
                edit=said["edit"] or 0,
            )
            return reverse("evaluation:allowance_show") + f"?term={term.pk}"

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    allowance = allowance_in_force(actor.school_id, term)
    rows = payments(actor.school_id, term, allowance) if allowance else []
    log_view(actor, "evaluation.pay", [row.mentor.pk for row in rows], page="evaluation:allowance_show")
    context = {
        "term": term,
        "chosen": str(term.pk),
        "terms": [(str(one.pk), one.name) for one in terms(actor.school_id)],
        "allowance": allowance,
        "scheme": scheme,
        "rows": rows,
        "form": form if edits else None,
        "op": request.POST.get("op", ""),
    }
    return render(request, "evaluation/allowance_show.html", context)
