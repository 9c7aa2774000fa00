"""Refer a student to the counsellor."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.forms.referrals import ReferralForm
from taoli.care.queries.finding import student_called
from taoli.care.queries.referrals import get_student
from taoli.care.services.referrals import refer
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page


@page(permission=("care.referring", "ask"), methods=("GET", "POST"))
def referral_new(request: Request) -> HttpResponse:
    """Take reason, urgency and consent; `?student=`: whose page one comes from, else the name is asked."""
    asked = id_of(request.GET.get("student", ""))
    student = get_student(request.actor, asked) if asked else None
    form = ReferralForm(request.POST or None, known=student is not None)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            said = form.cleaned_data
            found = student or student_called(request.actor.school_id, said["name"], said["room"])
            row = refer(by=request.actor, student_id=found.pk, facts=form.facts())
            messages.success(request, _("Sent. Only the counsellor can open what you wrote."))
            return reverse("care:referral_show", args=[row.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "student": student, "op": request.POST.get("op", "")}
    return render(request, "care/referral_new.html", context)
