"""The door at which another school's Taoli hands a package or a receipt in."""

import base64
import hashlib

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from taoli.common.errors import TaoliError
from taoli.common.pages import page
from taoli.handover.services.answers import take_post, take_receipt
from taoli.handover.services.arrivals import receive_package

MOST = 64 * 1024 * 1024
SHORT = 200


# No browser comes here: what is brought is signed by a partner's key, for this school, and no cookie is looked at.
@csrf_exempt
@page(permission="public", kind="action", methods=("POST",))
def package_door(request: HttpRequest) -> HttpResponse:
    """Take what a known school signed; from anybody else not a byte is read."""
    shown = request.headers
    digest = shown.get("X-Taoli-Digest", "")[:SHORT]
    by = take_post(
        school_code=shown.get("X-Taoli-School", "")[:SHORT],
        sender=shown.get("X-Taoli-Sender", "")[:SHORT],
        signed=_signature(shown.get("X-Taoli-Signature", "")[:SHORT]),
        digest=digest,
    )
    if by is None:
        return JsonResponse({"code": "unknown"}, status=403)
    data = request.read(MOST + 1)
    if len(data) > MOST:
        return JsonResponse({"code": "too_large"}, status=413)
    if hashlib.sha256(data).hexdigest() != digest:
        return JsonResponse({"code": "cut_short"}, status=400)
    try:
        if data.startswith(b"PK"):
            receive_package(by=by, data=data, way="net")
        else:
            take_receipt(by=by, line=data.decode("ascii", "replace"))
    except TaoliError as refusal:
        findings = getattr(refusal, "findings", ())
        code = findings[0].code if findings else "refused"
        return JsonResponse({"code": code, "why": str(refusal)}, status=409)
    return JsonResponse({"code": "taken"})


def _signature(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        return b""
