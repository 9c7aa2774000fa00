"""How the school keeps its archive."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.archive.forms import SettingsForm
from taoli.archive.queries.settings import all_sections, scheme_sections, settings_of
from taoli.archive.services import change_settings
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("archive.story", "settle"), methods=("GET", "POST"))
def archive_settings(request: Request) -> HttpResponse:
    """Show the sections with their places (none: switched off) and what families may."""
    kept = settings_of(request.actor.school_id)
    form = SettingsForm(request.POST or None, kept=kept, known=all_sections())
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            said = form.cleaned_data
            change_settings(
                by=request.actor,
                sections=form.sections(),
                family_reads=said["family_reads"],
                family_writes=said["family_writes"],
                edit=said["edit"] or 0,
            )
            messages.success(request, _("Saved."))
            return reverse("archive:archive_settings")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "scheme": scheme_sections(request.actor.school_id), "op": request.POST.get("op", "")}
    return render(request, "archive/archive_settings.html", context)
