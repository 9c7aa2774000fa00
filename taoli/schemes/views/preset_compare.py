"""Two schemes side by side: published ones, or the school's own."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from taoli.common.pages import Request, page
from taoli.schemes.queries import get_preset, get_version, rules, versions
from taoli.schemes.queries.comparing import compared
from taoli.schemes.queries.demands import load_row
from taoli.schemes.queries.versions import presets


@page(permission=("schemes.scheme", "edit"))
def preset_compare(request: Request) -> HttpResponse:
    """Compare `?left=` with `?right=`: each a preset's key or the id of a version; `?differs=1` leaves out the same."""
    known = presets()
    own = versions(request.actor)
    default = [str(own[0].pk)] if own else []
    offered = [*default, *(row.key for row in known)]
    left = request.GET.get("left") or offered[0]
    right = request.GET.get("right") or next((one for one in offered if one != left), left)
    one, other = _scheme(request, left), _scheme(request, right)
    parts = compared(one, other)
    differs = bool(request.GET.get("differs"))
    words = _("%(title)s, version %(number)s")
    context = {
        "left": left,
        "right": right,
        "one": one,
        "other": other,
        "choices": [
            *((str(row.pk), words % {"title": row.title, "number": row.version}) for row in own),
            *((row.key, row.scheme.title) for row in known),
        ],
        "parts": [part for part in parts if not (differs and part.same)],
        "same": sum(part.same for part in parts),
        "all": len(parts),
        "differs": differs,
        "one_load": load_row(one),
        "other_load": load_row(other),
    }
    return render(request, "schemes/preset_compare.html", context)


def _scheme(request: Request, name: str) -> Any:
    try:
        return rules(get_version(request.actor, uuid.UUID(name)))
    except ValueError:
        return get_preset(name)
