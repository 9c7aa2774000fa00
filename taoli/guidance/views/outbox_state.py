"""What a phone asks before it sends: am I let in, and as whom."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token

from taoli.common.keeping.letterbox import public_key
from taoli.common.pages import page
from taoli.guidance.queries.outbox import standing


@page(permission="public", kind="file")
def outbox_state(request: HttpRequest) -> HttpResponse:
    """Answer ready, sign_in, other (somebody else is signed in), revoked or unknown, with what sending needs."""
    shown = request.headers
    device, state = standing(
        getattr(request, "actor", None),
        school=shown.get("X-School"),
        device=shown.get("X-Device"),
        token=shown.get("X-Device-Token"),
    )
    if device and state == "ready" and request.session.get("device") != str(device.pk):
        request.session["device"] = str(device.pk)  # a new sign-in on the same phone
    answer = JsonResponse({"state": state, "csrf": get_token(request), "seal": public_key()})
    answer["Cache-Control"] = "no-store, private"
    return answer
