"""Let this phone write offline."""

from django.http import HttpResponse, JsonResponse
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.keeping.letterbox import public_key
from taoli.common.pages import Request, page
from taoli.guidance import services


@page(permission=("guidance.outbox", "write"), kind="action", methods=("POST",))
def device_open(request: Request) -> HttpResponse:
    """Answer with the phone's token, the key to seal to and the addresses it needs; never to a shared computer."""
    if request.session.get("shared"):
        return JsonResponse({"state": "shared"}, status=403)
    try:
        device, token = services.device_open(by=request.actor)
    except TaoliError as refusal:
        return JsonResponse({"state": "refused", "reason": str(refusal)}, status=403)
    request.session["device"] = str(device.pk)  # whoever shuts the phone out, signs it out
    return JsonResponse(
        {
            "id": str(device.pk),
            "token": token,
            "school": device.school_id,
            "person": str(device.staff_id),
            "seal": public_key(),
            "paths": {
                "today": reverse("home:today"),
                "record": reverse("guidance:record_new"),
                "shell": reverse("guidance:offline_shell"),
                "state": reverse("guidance:outbox_state"),
                "receive": reverse("guidance:outbox_receive"),
                "list": reverse("guidance:outbox_list"),
            },
        }
    )
