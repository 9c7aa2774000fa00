"""The published schemes that ship with the product, and the bureau's own."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from taoli.common.pages import Request, page
from taoli.schemes.phrases.words import PERS
from taoli.schemes.queries import proposals, published
from taoli.schemes.queries.comparing import STAGES, chosen, short
from taoli.schemes.queries.demands import people
from taoli.schemes.queries.versions import presets

FILTERS = ("q", "stage", "size", "talk")


@page(permission=("schemes.scheme", "edit"))
def preset_list(request: Request) -> HttpResponse:
    """Show in short what each asks, narrowed by words and filters, before any is adopted."""
    school = request.actor.school_id
    staff, students = people(school)
    rows = [short(row.key, row.scheme) for row in presets()]
    asked = {name: request.GET.get(name, "").strip() for name in FILTERS}
    cadences = sorted({row.cadence for row in rows}, key=[*PERS, "none"].index)
    context = {
        "rows": chosen(rows, asked),
        "all": len(rows),
        "asked": asked,
        "filtered": any(asked.values()),
        "stages": [(stage, stage) for stage in STAGES],
        "sizes": [
            ("5", _("up to 5")),
            ("10", _("up to 10")),
            ("20", _("up to 20")),
            ("more", _("more than 20")),
            ("none", _("not said")),
        ],
        "cadences": [(cadence, PERS.get(cadence, _("not said"))) for cadence in cadences],
        "proposals": proposals(school),
        "own": published(school),
        "staff": staff,
        "students": students,
    }
    return render(request, "schemes/preset_list.html", context)
