"""Pages of schemes."""

import uuid
from collections.abc import Callable
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.urls import reverse

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.idempotency import once
from taoli.schemes.queries.sections import SECTIONS, Section
from taoli.schemes.services import RefusedError


def show_url(pk: uuid.UUID) -> str:
    """Return the address of one version."""
    return f"{reverse('schemes:scheme_show')}?version={pk}"


def get_section(name: str) -> Section:
    """Return a section by its name; 404 when there is none."""
    if name not in SECTIONS:
        raise Http404
    return SECTIONS[name]


def saved(request: Any, make: Callable[[Any], Any], form: Any, work: Callable[[], str], edit: int) -> Any:
    """Do the work of a valid form and return its answer; else return the form, with what was typed and what is wrong.

    After a conflict the form knows the newest state, so that saving once more replaces it on purpose.
    """
    try:
        return once(request, work)
    except ConflictError as refusal:
        typed = request.POST.copy()
        typed["edit"] = str(edit)
        form = make(typed)
        form.is_valid()
        form.add_error(None, str(refusal))
    except RefusedError as refusal:
        form.show(refusal.problems)
    except TaoliError as refusal:
        form.add_error(None, str(refusal))
    return form


def is_answer(found: Any) -> bool:
    """Say whether saving ended in an answer to send, rather than in a form to show again."""
    return isinstance(found, HttpResponseBase)
