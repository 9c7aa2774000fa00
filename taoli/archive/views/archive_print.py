"""A student's growth archive on paper (成长档案)."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.archive.queries.report import archive_report
from taoli.common.pages import Request, page


@page(permission=("archive.story", "view"))
def archive_print(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the sections as far as the reader may see them, ready to print."""
    return render(request, "archive/archive_print.html", {"report": archive_report(request.actor, pk)})
