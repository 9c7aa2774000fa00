"""Every official form: a folder with `form.py` (FORM) and `sheets.py` (`sheets`) is one, nothing else to do."""

import uuid
from collections.abc import Collection
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol

from django.http import Http404

from taoli.common.policy import Actor
from taoli.documents.official.layout import OfficialForm, Sheet
from taoli.roster.models import Term

HERE = Path(__file__).parent


class Sheets(Protocol):
    """Reads the sheets of a form: those of the given students, mentors, classes … (its unit) within the actor's reach,
    in their order, with the same few statements however many; what is out of reach or empty of data is still a sheet if
    the person is within reach.
    """

    def __call__(self, actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]: ...


@cache
def forms() -> dict[str, OfficialForm]:
    """Return every form by key, in the order of the folders."""
    found = [import_module(f"{__package__}.{file.parent.name}.form").FORM for file in sorted(HERE.glob("*/form.py"))]
    return {form.key: form for form in found}


def get_form(actor: Actor, key: str) -> OfficialForm:
    """Return a form the actor may print; 404 otherwise."""
    form = forms().get(key)
    if form is None or not actor.holds(*form.roles):
        raise Http404
    return form


def form_for(form: OfficialForm, actor: Actor, term: Term) -> OfficialForm:
    """Return a form as it prints in a term: the same one, unless its folder makes it from the scheme (`for_term`)."""
    module = import_module(f"{__package__}.{form.key}.form")
    made: OfficialForm = module.for_term(actor, term) if hasattr(module, "for_term") else form
    return made


def sheets_of(form: OfficialForm) -> Sheets:
    """Return how the sheets of a form are read."""
    found: Sheets = import_module(f"{__package__}.{form.key}.sheets").sheets
    return found
