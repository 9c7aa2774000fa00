"""Every form, read for everything and everybody that somebody of the cast may print it for."""

from collections.abc import Iterator

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.official.registry import forms
from taoli.documents.official.whom import term_now, whom
from taoli.documents.services.sheets import sheets_read


def every_sheet(actor: Actor) -> Iterator[tuple[str, Sheet]]:
    """Yield (key, sheet) of all forms that somebody may print."""
    term = term_now(actor)
    for key, form in forms().items():
        if actor.holds(*form.roles):
            ids = [one.pk for one in whom(actor, term, form.unit) if one.pk]
            for sheet in sheets_read(actor, form, term, ids):
                yield key, sheet
