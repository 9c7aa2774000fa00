"""What a phone tells once it has a network again: when the kept night-duty card was opened without one."""

import json

from django.http import HttpRequest, HttpResponse, JsonResponse

from taoli.common.pages import page
from taoli.guidance.queries.outbox import standing
from taoli.home.services.opening import Opening, log_openings

LONGEST = 64 * 1024
STATUS = {"sign_in": 401, "other": 409, "unknown": 403}


@page(permission="public", kind="action", methods=("POST",))
def night_opened(request: HttpRequest) -> HttpResponse:
    """Log each opening, once; as letters, the phone shows its token and its person a session, unless both are shut."""
    shown = request.headers
    device, state = standing(
        getattr(request, "actor", None),
        school=shown.get("X-School"),
        device=shown.get("X-Device"),
        token=shown.get("X-Device-Token"),
    )
    if device is None or state in STATUS:
        return JsonResponse({"state": state}, status=STATUS.get(state, 403))
    openings = _openings(request.body) if len(request.body) <= LONGEST else None
    if openings is None:
        return JsonResponse({"state": "garbled"}, status=400)
    log_openings(device=device, openings=openings)
    return JsonResponse({"state": "logged"})


def _openings(body: bytes) -> list[Opening] | None:
    """Return the openings of a request; None when it holds none that can be read."""
    try:
        return [Opening.read(str(one["id"]), str(one["at"])) for one in json.loads(body)["opened"]]
    except (ValueError, KeyError, TypeError):
        return None
