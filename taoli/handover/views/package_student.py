"""What goes along of one student beyond the ordinary: restricted words, renewed key attention."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.handover.forms.packages import ExtraForm
from taoli.handover.queries.packages import get_package, open_student
from taoli.handover.services.packages import Extra, set_extra


@page(permission=("handover.package", "send"), methods=("GET", "POST"))
def package_student(request: Request, pk: uuid.UUID, student: uuid.UUID) -> HttpResponse:
    """Each of both needs a reason; what is there already is opened, and that is logged."""
    package, row = get_package(request.actor, pk), open_student(request.actor, pk, student)
    form = ExtraForm(request.POST or None, row=row, package=package)
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        edit = said.pop("edit")

        def work() -> str:
            set_extra(by=request.actor, pk=pk, student_id=student, edit=edit, extra=Extra(**said))
            messages.success(request, _("Sealed. It goes along in the restricted part."))
            return resolve_url("handover:package_show", pk=pk)

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "row": row, "package": package, "op": request.POST.get("op", "")}
    return render(request, "handover/package_student.html", context)
