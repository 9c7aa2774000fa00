"""The roster for other systems."""

import datetime as dt

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.pages import Request, page
from taoli.roster.forms import ExportForm
from taoli.roster.services.oneroster import oneroster_file


@page(permission=("roster.import", "export"), kind="file")
def export_oneroster(request: Request) -> HttpResponse:
    """Send a OneRoster 1.2 zip: bulk, or with ?since=2026-11-01 a delta; ?contacts=on adds contact data."""
    form = ExportForm(request.GET)
    if not form.is_valid():
        messages.error(request, _("Please write the day like 2026-11-01."))
        return redirect("roster:import_new")
    day = form.cleaned_data["since"]
    since = timezone.make_aware(dt.datetime.combine(day, dt.time())) if day else None
    data = oneroster_file(by=request.actor, contacts=form.cleaned_data["contacts"], since=since)
    name = f"oneroster {clock.today().isoformat()}{' delta' if day else ''}.zip"
    header = content_disposition_header(as_attachment=True, filename=name)
    return HttpResponse(data, content_type="application/zip", headers={"Content-Disposition": header or "attachment"})
