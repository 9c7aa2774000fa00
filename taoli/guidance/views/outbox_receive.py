"""The door for letters from phones."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.dateparse import parse_datetime

from taoli.common.ids import id_of
from taoli.common.pages import page
from taoli.guidance import services
from taoli.guidance.forms import read
from taoli.guidance.queries.outbox import standing

LONGEST = 256 * 1024  # bytes of one letter
STATUS = {"sign_in": 401, "other": 409, "unknown": 403}


@page(permission="public", kind="action", methods=("POST",))
def outbox_receive(request: HttpRequest) -> HttpResponse:
    """Take one letter and say what became of it.

    The phone shows its token, its person a session; without one the account or phone must have been closed.
    """
    shown = request.headers
    device, state = standing(
        getattr(request, "actor", None),
        school=shown.get("X-School"),
        device=shown.get("X-Device"),
        token=shown.get("X-Device-Token"),
    )
    if device is None or state in STATUS:
        return JsonResponse({"state": state}, status=STATUS.get(state, 403))
    if len(request.body) > LONGEST:
        return JsonResponse({"state": "too_long"}, status=413)
    letter = _letter(request.body)
    if letter is None:
        return JsonResponse({"state": "garbled"}, status=400)
    by = None if state == "revoked" else getattr(request, "actor", None)
    try:
        item = services.outbox_receive(device=device, letter=letter, read=read, by=by)
    except services.TooEarlyError as early:
        return JsonResponse({"state": "early", "expected": early.expected}, status=409)
    return JsonResponse({"state": item.state, "number": item.number, "reason": item.reason})


def _letter(body: bytes) -> services.Sealed | None:
    """Return the letter of a request; None when it is none, as when the connection broke in the middle."""
    try:
        sent: dict[str, Any] = json.loads(body)
        op, number, earliest = id_of(str(sent["op"])), int(sent["number"]), int(sent["earliest"])
        written = parse_datetime(str(sent.get("written", "")))
        envelope = dict(sent["envelope"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    if op is None or not 0 < number < 2**31:
        return None
    aware = written if written and written.tzinfo else None
    return services.Sealed(op=op, number=number, earliest=earliest, written_at=aware, envelope=envelope)
