"""One inspection pack: its papers, its seed, its guests."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching.queries.codes import qr_image
from taoli.oversight.forms.inspections import GuestForm
from taoli.oversight.queries.inspections import get_pack, guests_of, papers_of
from taoli.oversight.services.inspections import invite


@page(permission=("oversight.inspection", "edit"), methods=("GET", "POST"))
def inspection_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show it; POST makes a link for a guest, shown once."""
    pack = get_pack(request.actor, pk)
    form, made = GuestForm(request.POST or None), list[str]()
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            made.append(invite(by=request.actor, pack_id=pack.pk, **form.cleaned_data)[1])
            return reverse("oversight:inspection_show", args=[pk])

        try:
            answer = once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
        else:
            if not made:
                messages.info(request, _("This link was made already. If it is lost, end it and make a new one."))
                return answer
            form = GuestForm()
    link = request.build_absolute_uri(reverse("oversight:inspection_door", args=made)) if made else ""
    context = {"pack": pack, "papers": papers_of(pack), "guests": guests_of(pack), "form": form, "link": link}
    context["image"] = qr_image(link) if link else ""
    return render(request, "oversight/inspection_show.html", context)
