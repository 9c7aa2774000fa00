"""Take in a summary that came as a file."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import formats
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.engine.summary import MOST_BYTES
from taoli.oversight.forms.summaries import SummaryFileForm
from taoli.oversight.services.taking_in import take_in


@page(permission=("oversight.intake", "take"), methods=("GET", "POST"))
def summary_upload(request: Request) -> HttpResponse:
    """Say all that is wrong with it, or keep it. The same file twice is refused as taken in before: nothing happens."""
    form = SummaryFileForm(request.POST or None, request.FILES or None)
    wrong: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            row = take_in(request.actor.school_id, form.cleaned_data["file"].read(MOST_BYTES + 1))
        except TaoliError as refusal:
            wrong = str(refusal).splitlines()
        else:
            told = {"school": row.document["name"], "week": formats.date_format(row.week)}
            messages.success(request, _("Taken in: %(school)s, week of %(week)s.") % told)
            return redirect("oversight:summary_list")
    return render(request, "oversight/summary_upload.html", {"form": form, "wrong": wrong})
