"""Type coded paper sheets: student number, answers, Enter to the next; what is wrong stays to be mended."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.archive import services
from taoli.archive.forms import held_day, sheet_lines
from taoli.archive.queries.sheets import get_kind, sheet_kinds
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page

LINES = 8


@page(permission=("archive.sheets", "issue"), methods=("GET", "POST"))
def sheets_type(request: Request) -> HttpResponse:
    """Show empty lines for `?kind=`; a POST saves the right ones and shows the wrong ones first."""
    kind = get_kind(request.actor.school_id, request.POST.get("kind") or request.GET.get("kind", ""))
    found, day, error = services.TypedPapers(), held_day(request.POST), ""
    if request.method == "POST":
        lines = sheet_lines(request.POST, len(kind.questions))

        def work() -> str:
            done = services.type_sheets(by=request.actor, kind=kind.key, lines=lines, held_on=day)
            found.saved, found.wrong = done.saved, done.wrong
            return reverse("archive:sheets_type") + f"?kind={kind.key}"

        try:
            answer = once(request, work)
        except TaoliError as refusal:
            error, found.wrong = str(refusal), [(line, "") for line in lines]
        else:
            if not found.saved and not found.wrong:
                return answer
    context = {
        "kind": kind,
        "kinds": sheet_kinds(request.actor.school_id),
        "lines": [*found.wrong, *[(None, "")] * max(LINES - len(found.wrong), 1)],
        "saved": found.saved,
        "wrong": len(found.wrong),
        "error": error,
        "day": day,
    }
    return render(request, "archive/sheets_type.html", context)
