"""What came of a draw: the school sees it first, then tells it to the bureau."""

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.oversight.forms.draws import RemarkForm
from taoli.oversight.queries.calls import counts_of, get_announced, get_call, told_by_itself_on
from taoli.oversight.queries.draws import lines_of
from taoli.oversight.services.telling import tell


@page(permission=("oversight.call", "edit"), methods=("GET", "POST"))
def call_result(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show what may be told once it has been opened; POST tells the bureau, each fence in its own transaction."""
    row, call = get_announced(request.actor, pk), get_call(request.actor, pk)
    if call.opened_at is None and call.state != "told":
        return redirect("oversight:call_show", pk=pk)
    form = RemarkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            tell(by=request.actor, draw_id=row.pk, remark=form.cleaned_data["remark"])
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("oversight:call_result", pk=pk)
    log_view(request.actor, "oversight.call", [call.pk], page="oversight:call_result")
    lines = lines_of(call.whom, {key: list(one) for key, one in counts_of(call).items()})
    context = {"row": row, "call": call, "lines": lines, "form": form, "by_itself": told_by_itself_on(call)}
    return render(request, "oversight/call_result.html", context)
