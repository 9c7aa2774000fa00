"""Read an evaluation through: mend the wording, say that it is ready, go on to the next."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.archive.forms import proof_texts
from taoli.archive.queries.evaluations import get_evaluation
from taoli.archive.queries.grid import beside
from taoli.archive.queries.proofing import proof_voices
from taoli.archive.services import proof_evaluation
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("archive.evaluation", "proof"), methods=("GET", "POST"))
def evaluation_proof(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the voices with hints on their words; a POST keeps the wording and leads to the next of the class."""
    actor, post = request.actor, request.POST
    row = get_evaluation(actor, pk, "proof", page="archive:evaluation_proof")
    near, texts, error = beside(actor, pk), proof_texts(post), ""
    if request.method == "POST":

        def work() -> str:
            edit = post.get("edit", "")
            done = "done" in post
            proof_evaluation(by=actor, pk=pk, edit=int(edit) if edit.isdecimal() else 0, texts=texts, done=done)
            if near.after:
                return reverse("archive:evaluation_proof", args=[near.after])
            return f"{reverse('archive:evaluation_grid')}?term={row.term_id}"

        try:
            return once(request, work)
        except TaoliError as refusal:
            error = str(refusal)
    context = {
        "row": row,
        "voices": proof_voices(row, texts),
        "near": near,
        "error": error,
        "edit": post.get("edit", row.edit),
        "op": post.get("op", ""),
    }
    return render(request, "archive/evaluation_proof.html", context)
