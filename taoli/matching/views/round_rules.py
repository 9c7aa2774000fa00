"""The rules of a round: apart, together, pinned; classes per mentor and categories."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.matching.forms import LimitsForm, RuleForm
from taoli.matching.queries.rounds import get_round, offers, round_students
from taoli.matching.queries.rules import category_choices, rule_lines, scheme_classes


@page(permission=("matching.round", "edit"), methods=("GET", "POST"))
def round_rules(request: Request, pk: uuid.UUID) -> HttpResponse:
    """List the rules with their reasons; take a new one, or the limits."""
    choice = get_round(request.actor, pk, "edit")
    about_limits = "limits" in request.POST
    rule = RuleForm(
        None if about_limits else request.POST or None,
        students=list(round_students(choice)),
        offers=offers(choice),
    )
    limits = LimitsForm(
        request.POST if about_limits else None,
        choice=choice,
        classes=scheme_classes(choice),
        categories=category_choices(choice),
    )
    form = limits if about_limits else rule
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            form.save(by=request.actor, round_id=pk)
            return reverse("matching:round_rules", args=[pk])

        try:
            answer = once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved. Drafts made before keep their own rules; place the students again."))
            return answer
    lines = rule_lines(choice)
    if lines:
        log_view(request.actor, "matching.rule", [line.rule.pk for line in lines], page="matching:round_rules")
    context = {"round": choice, "rule": rule, "limits": limits, "lines": lines}
    return render(request, "matching/round_rules.html", context)
