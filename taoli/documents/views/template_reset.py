"""Back to the form's own template."""

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.documents.services.templates import any_form, use_default


@page(permission=("documents.template", "edit"), kind="action", methods=("POST",))
def template_reset(request: Request, key: str) -> HttpResponse:
    """Print with the default from now on; the versions stay."""
    form = any_form(request.actor, key)

    def work() -> str:
        use_default(by=request.actor, form=form)
        messages.success(request, _("Printed with the default template from now on. Your versions are kept."))
        return reverse("documents:template_show", args=[key])

    return once(request, work)
