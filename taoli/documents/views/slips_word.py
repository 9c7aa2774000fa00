"""Slips on paper as Word; what is sent once does not wait again."""

import io

from django.contrib import messages
from django.http import FileResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.documents.services.closing import slips_file


@page(permission=("notifications.slip", "print"), kind="action", methods=("POST",))
def slips_word(request: Request) -> HttpResponseBase:
    """Send them; say why when there is nothing to send."""
    try:
        file = slips_file(by=request.actor)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("documents:document_list"))
    return FileResponse(io.BytesIO(file.data), as_attachment=True, filename=file.name, content_type=file.kind)
