"""A form's Word template: what it is now, what may stand in it, put one's own in its place."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.documents.forms import TemplateForm
from taoli.documents.services.template_pages import template_view
from taoli.documents.services.templates import Checked, any_form, check_template, keep_template


@page(permission=("documents.template", "edit"), methods=("GET", "POST"))
def template_show(request: Request, key: str) -> HttpResponse:
    """Look at an uploaded template, keep it if nothing is wrong with it, else say what is, line by line."""
    form = any_form(request.actor, key)
    upload = TemplateForm(request.POST or None, request.FILES or None)
    checked = Checked()
    if request.method == "POST" and upload.is_valid():
        file = upload.cleaned_data["file"]
        data = file.read()
        checked = check_template(by=request.actor, form=form, data=data)

        def work() -> str:
            note = upload.cleaned_data["note"]
            row = keep_template(by=request.actor, form=form, name=file.name, data=data, note=note)
            messages.success(request, _("Version %(no)s is in use from now on.") % {"no": row.version})
            if checked.missing:
                left_out = "、".join(checked.missing)
                messages.warning(request, _("Your template leaves out: %(names)s.") % {"names": left_out})
            return reverse("documents:template_show", args=[key])

        if not checked.remarks:
            return once(request, work)
    context = {"upload": upload, "remarks": checked.remarks, "view": template_view(request.actor, form)}
    return render(request, "documents/template_show.html", context)
