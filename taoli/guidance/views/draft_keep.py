"""Keep what is being typed."""

from typing import Annotated

from django.http import HttpResponse
from pydantic import Field, Strict, TypeAdapter

from taoli.common.errors import TaoliError
from taoli.common.idempotency import operation_id
from taoli.common.pages import Request, page
from taoli.guidance.services import draft_keep as keep

MOST_KEY, MOST_PATH = 80, 200
# Field → what it holds (text, or the values chosen) and how many milliseconds ago it was changed.
FIELDS: TypeAdapter[dict[str, tuple[str | list[str], int]]] = TypeAdapter(
    dict[Annotated[str, Field(max_length=40)], tuple[str | list[str], Annotated[int, Strict()]]]
)


@page(permission=("guidance.draft", "keep"), kind="action", methods=("POST",))
def draft_keep(request: Request) -> HttpResponse:
    """Take changed fields of a form, each with its age; 204, or 400 for what no record page sends."""
    key, path = request.POST.get("draft", ""), request.POST.get("path", "")
    try:
        # A database takes no NUL.
        fields = FIELDS.validate_json(request.POST.get("fields", "").replace("\\u0000", ""))
        if not 0 < len(key) <= MOST_KEY or len(path) > MOST_PATH or (path and not path.startswith("/guidance/")):
            return HttpResponse(status=400)
        keep(by=request.actor, key=key, fields=fields, op=operation_id(request), path=path)
    except (ValueError, TaoliError):
        return HttpResponse(status=400)
    return HttpResponse(status=204)
