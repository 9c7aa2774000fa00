"""The door at which a school's Taoli hands its summary in."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from taoli.common.errors import TaoliError
from taoli.common.guessing import ShutError, counted
from taoli.common.pages import page
from taoli.engine.summary import MOST_BYTES
from taoli.oversight.queries.members import bureau_by_code
from taoli.oversight.services.taking_in import take_in

MOST = 200  # refusals of one address within five minutes


# No browser comes here: what is brought is signed with the school's key, and no cookie is looked at.
@csrf_exempt
@page(permission="public", kind="action", methods=("POST",))
def summary_receive(request: HttpRequest, code: str) -> HttpResponse:
    """Take what a known school signed; whoever brings what is refused too often waits."""
    try:
        with counted(request, "summary", MOST):
            bureau = bureau_by_code(code)
            row = take_in(bureau.pk, request.read(MOST_BYTES + 1))
    except ShutError as refusal:
        return JsonResponse({"code": "shut", "why": str(refusal)}, status=429)
    except TaoliError as refusal:
        return JsonResponse({"code": getattr(refusal, "code", "refused"), "why": str(refusal)}, status=409)
    return JsonResponse({"code": "taken", "seq": row.seq, "late": row.late})
