"""Where staff are reached on a channel."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.notifications.forms import PasteForm
from taoli.notifications.queries.settings import address_lines, address_words, from_the_roster
from taoli.notifications.services.channels import PastedAddresses, paste_addresses


@page(permission=("notifications.address", "edit"), methods=("GET", "POST"))
def address_list(request: Request, kind: str) -> HttpResponse:
    """Show who has an address; take two pasted columns, and give back the lines that cannot be read."""
    label, found = address_words(kind), PastedAddresses()
    form = PasteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            done = paste_addresses(by=request.actor, kind=kind, lines=form.cleaned_data["lines"].splitlines())
            found.kept, found.wrong = done.kept, done.wrong
            return reverse("notifications:address_list", args=[kind])

        answer = once(request, work)
        if not found.wrong:
            return answer
        form = PasteForm(initial={"lines": "\n".join(line for line, _why in found.wrong)})
    context = {
        "form": form,
        "label": label,
        "wrong": found.wrong,
        "lines": address_lines(request.actor, kind),
        "roster": from_the_roster(request.actor, kind),
    }
    return render(request, "notifications/address_list.html", context)
