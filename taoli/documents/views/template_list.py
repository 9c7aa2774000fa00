"""All forms with the Word template each is printed from."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.documents.services.template_pages import template_rows


@page(permission=("documents.template", "edit"))
def template_list(request: Request) -> HttpResponse:
    """Show each form: the default or the school's own, since when, by whom."""
    return render(request, "documents/template_list.html", {"rows": template_rows(request.actor)})
