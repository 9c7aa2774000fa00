"""Open the evaluation of a term for a class."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.archive.services import open_evaluations
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page


@page(permission=("archive.evaluation", "proof"), kind="action", methods=("POST",))
def evaluation_open(request: Request) -> HttpResponse:
    """Make one for every student who has none."""
    room, term = id_of(request.POST.get("room", "")), id_of(request.POST.get("term", ""))
    back = f"{reverse('archive:evaluation_grid')}?room={room or ''}&term={term or ''}"

    def work() -> str:
        if room is None or term is None:
            raise TaoliError(_("Please choose a class and a term."))
        count = open_evaluations(by=request.actor, class_id=room, term_id=term)
        messages.success(request, _("Opened for %(n)s students. Mentors and families can write now.") % {"n": count})
        return back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)
