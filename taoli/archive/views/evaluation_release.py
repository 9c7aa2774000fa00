"""Give what is read through to students and families; take it back within an hour."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.archive.services import release_evaluations, take_back_evaluation
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of, ids_of
from taoli.common.pages import Request, page


@page(permission=("archive.evaluation", "proof"), kind="action", methods=("POST",))
def evaluation_release(request: Request) -> HttpResponse:
    """Release all of `evaluations`, or take the one named `back` back."""
    undo = id_of(request.POST.get("back", ""))
    room, term = id_of(request.POST.get("room", "")), id_of(request.POST.get("term", ""))
    grid = f"{reverse('archive:evaluation_grid')}?room={room or ''}&term={term or ''}"

    def work() -> str:
        _back(request, undo) if undo else _release(request)
        return grid

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(grid)


def _release(request: Request) -> None:
    count = release_evaluations(by=request.actor, pks=ids_of(request.POST.getlist("evaluations")))
    said = _("%(n)s evaluations are with the families. For an hour you can take one back.") % {"n": count}
    messages.success(request, said)


def _back(request: Request, pk: uuid.UUID) -> None:
    take_back_evaluation(by=request.actor, pk=pk)
    messages.success(request, _("Taken back. The family does not see it any more."))
