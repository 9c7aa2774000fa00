"""What a scheme costs this school: hours a week by role, and where it cannot be met."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from taoli.common.pages import Request, page
from taoli.engine.scheme import Scheme
from taoli.schemes.forms import LoadForm
from taoli.schemes.queries import draft, get_preset, get_version, published, rules
from taoli.schemes.queries.load import limit_sentences, load_rows
from taoli.schemes.queries.numbers import school_numbers
from taoli.schemes.views import show_url


@dataclass(frozen=True, slots=True)
class Chosen:
    """The scheme that is reckoned, how the address names it, and the page one came from."""

    scheme: Scheme
    name: str
    value: str
    back: str


@page(permission=("schemes.scheme", "edit"))
def load_show(request: Request) -> HttpResponse:
    """Reckon `?preset=` or `?version=` (else the draft or the scheme in force) with the numbers of the address."""
    chosen = _chosen(request)
    if chosen is None:
        return redirect("schemes:preset_list")
    known = school_numbers(request.actor.school_id, chosen.scheme)
    form = LoadForm(request.GET, scheme=chosen.scheme, numbers=known)
    numbers, minutes = form.numbers(), form.minutes()
    context = {
        "chosen": chosen,
        "form": form,
        "rows": load_rows(chosen.scheme, numbers, minutes),
        "limits": limit_sentences(chosen.scheme, numbers, minutes),
    }
    return render(request, "schemes/load_show.html", context)


def _chosen(request: Request) -> Chosen | None:
    key, pk = request.GET.get("preset", ""), request.GET.get("version", "")
    if key:
        return Chosen(get_preset(key), "preset", key, reverse("schemes:preset_list"))
    if pk:
        try:
            version = get_version(request.actor, uuid.UUID(pk))
        except ValueError:
            raise Http404 from None
        return _version(version)
    found = draft(request.actor.school_id) or published(request.actor.school_id)
    return None if found is None else _version(found)


def _version(version: Any) -> Chosen:
    return Chosen(rules(version), "version", str(version.pk), show_url(version.pk))
