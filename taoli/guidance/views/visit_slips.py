"""Slips for families: a link to scan, a code to type, one telephone number, in large type."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from taoli.common.deployment.functions import Place, place_of
from taoli.common.errors import TaoliError
from taoli.common.ids import ids_of
from taoli.common.pages import Request, page
from taoli.guidance.queries.appointments import family_view, own_appointments
from taoli.guidance.services import make_slips
from taoli.matching.queries.codes import qr_image
from taoli.roster.queries.imports import school_phone


@page(permission=("guidance.appointment", "edit"), methods=("GET", "POST"))
@never_cache
def visit_slips(request: Request) -> HttpResponse:
    """Choose the appointments; the new links and codes are shown once, to print or to send on."""
    refusal = ""
    if request.method == "POST":
        try:
            return _print(request)
        except TaoliError as error:
            refusal = str(error)
    lists = own_appointments(request.actor)
    rows = [*lists["waiting"], *lists["asked"], *lists["agreed"]]
    return render(request, "guidance/visit_slips.html", {"rows": rows, "refusal": refusal})


def _print(request: Request) -> HttpResponse:
    slips = make_slips(by=request.actor, pks=ids_of(request.POST.getlist("pks")))
    outside = place_of(settings.PLACE) is not Place.CAMPUS
    lines = []
    for slip in slips:
        link = request.build_absolute_uri(reverse("guidance:visit_answer", args=[slip.link]))
        view = family_view(slip.appointment)
        lines.append({"view": view, "code": slip.code, "link": link, "image": qr_image(link) if outside else ""})
    context = {
        "lines": lines,
        "outside": outside,
        "door": request.build_absolute_uri(reverse("guidance:visit_code")),
        "phone": school_phone(request.actor.school_id),
    }
    return render(request, "guidance/_visit_slips.html", context)
