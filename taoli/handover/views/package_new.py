"""Begin a package of one student or a class."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.handover.forms.packages import PackageForm
from taoli.handover.queries.choosing import chosen_students, room_choices
from taoli.handover.queries.partners import partner_choices
from taoli.handover.services.packages import draft_package


@page(permission=("handover.package", "send"), methods=("GET", "POST"))
def package_new(request: Request) -> HttpResponse:
    """Take school, person and class or student; the mentors are asked for a word then."""
    by = request.actor
    partners = partner_choices(by.school_id)
    begun = {"number": request.GET.get("number", ""), "room": request.GET.get("room", "")}
    form = PackageForm(request.POST or None, partners=partners, rooms=room_choices(by.school_id), initial=begun)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data

        def work() -> str:
            ids, room = chosen_students(by, room=said["room"], number=said["number"])
            row = draft_package(by=by, partner_id=said["partner"], student_ids=ids, person=said["person"], room=room)
            messages.success(request, _("Begun. The mentors have been asked for a word; look what is lacking."))
            return resolve_url("handover:package_show", pk=row.pk)

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "partners": partners, "op": request.POST.get("op", "")}
    return render(request, "handover/package_new.html", context)
