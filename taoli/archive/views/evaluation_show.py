"""The evaluation of a student's term."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.archive.queries.evaluations import get_evaluation
from taoli.common.pages import Request, opens, page


@page(permission=("archive.evaluation", "view"))
def evaluation_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show all voices: to who reads it through at any time, to others once it is released."""
    row = get_evaluation(request.actor, pk)
    return render(request, "archive/evaluation_show.html", {"row": row, "proofs": opens(request.actor, PROOF)})


PROOF = "archive:evaluation_proof"
