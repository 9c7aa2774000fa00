"""The file of a print job."""

import uuid

from django.http import FileResponse
from django.http.response import HttpResponseBase

from taoli.common.pages import Request, page
from taoli.documents.official.prints import get_print
from taoli.documents.services.prints import fetched


@page(permission=("documents.printing", "view"), kind="file")
def print_file(request: Request, pk: uuid.UUID) -> HttpResponseBase:
    """Send it to whoever asked for it; that it was taken is noted first."""
    row = get_print(request.actor, pk)
    file = fetched(by=request.actor, job=row.print)
    name = f"{row.title} {row.print.place}{file.suffix}"
    return FileResponse(file.open("rb"), as_attachment=True, filename=name)
