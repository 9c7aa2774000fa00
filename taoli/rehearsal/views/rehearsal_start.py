"""Start a rehearsal; the work itself is a job."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse

from taoli.common import jobs
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.rehearsal.forms import RehearsalForm
from taoli.rehearsal.jobs import rehearse_school
from taoli.rehearsal.queries.rehearsals import choices


@page(permission=("rehearsal.rehearsal", "edit"), kind="action", methods=("POST",))
def rehearsal_start(request: Request) -> HttpResponseRedirect:
    """Hand the work to the worker and go back to the list, which shows how far it has come."""
    form = RehearsalForm(request.POST, schemes=choices(request.actor.school_id))
    home = reverse("rehearsal:rehearsal_list")
    if not form.is_valid():
        for faults in form.errors.values():
            messages.error(request, " ".join(str(fault) for fault in faults))
        return HttpResponseRedirect(home)

    def work() -> str:
        account = str(request.actor.account_id)
        job = jobs.start(rehearse_school, by=request.actor, kind="rehearse", account_id=account, **form.cleaned_data)
        return f"{home}?job={job.pk}"

    return once(request, work)
