"""What the office has said headings mean: used as certain the next time."""

from collections.abc import Iterable

from taoli.roster.models import HeadingMemory
from taoli.roster.readers.guess import KIND_OF_SHEET, Guess

MOST_HEADING = 120


def heading_memory(school_id: int) -> dict[str, dict[str, str]]:
    """Return {sheet kind: {heading: meaning}}; under "sheet" what kind the tables of one look (Guess.id) are."""
    found: dict[str, dict[str, str]] = {}
    for kind, heading, meaning in HeadingMemory.objects.of(school_id).values_list("kind", "heading", "meaning"):
        found.setdefault(kind, {})[heading] = meaning
    return found


def remember(*, school_id: int, guesses: Iterable[Guess]) -> None:
    """Keep what has been confirmed; a later answer takes the place of an earlier one."""
    wanted: dict[tuple[str, str], str] = {}
    for guess in guesses:
        if guess.kind_why == "confirmed":
            wanted[KIND_OF_SHEET, guess.id] = guess.kind
        for column in guess.columns:
            if column.why == "confirmed" and column.heading:
                wanted[guess.kind, column.heading[:MOST_HEADING]] = column.key
    rows = [
        HeadingMemory(school_id=school_id, kind=kind, heading=heading, meaning=meaning)
        for (kind, heading), meaning in wanted.items()
    ]
    for row in rows:
        same = HeadingMemory.objects.of(school_id).filter(kind=row.kind, heading=row.heading)
        if not same.update(meaning=row.meaning):
            row.save(force_insert=True)
