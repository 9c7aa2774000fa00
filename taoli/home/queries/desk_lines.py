"""The lines of the desk in words, with the pages they lead to."""

from django.urls import reverse

from taoli.common import clock
from taoli.common.pages import opens
from taoli.common.policy import Actor
from taoli.guidance.phrases import ago
from taoli.home.phrases import (
    DECISIONS,
    FIRST_MISSING,
    LOOKS,
    STATIONS,
    VERBS,
    first_step_words,
    station_note,
    waits_words,
)
from taoli.home.queries.desk import Decision, Facts
from taoli.home.queries.first_steps import FirstStep
from taoli.home.queries.grade_lead import Look
from taoli.home.queries.stations import Station

PAGES = {
    "import": "roster:import_show",
    "scheme": "schemes:scheme_edit",
    "run": "matching:run_show",
    "appraisal": "evaluation:appraisal_show",
}
ROWS = {"import", "scheme", "run"}  # whose page is that of one row


def first_step_line(one: FirstStep) -> dict[str, object]:
    """Return a first step with its words and its one button."""
    return {
        **first_step_words(one.key, one.state, one.done, one.needed, one.detail),
        "state": one.state,
        "missing": [str(FIRST_MISSING.get(name, name)) for name in one.missing],
        "url": reverse(one.page),
    }


def look_line(actor: Actor, one: Look) -> dict[str, object]:
    """Return one of the three names with why, and where it leads."""
    story = "guidance:student_timeline"
    when = ago(one.last, clock.today()) if one.last else ""
    return {
        "name": one.name,
        "words": str(LOOKS[one.code]) % {"when": when},
        "room": one.room,
        "url": reverse(story, args=[one.pk]) if one.pk and opens(actor, story) else "",
    }


def station_line(actor: Actor, facts: Facts, one: Station) -> dict[str, object]:
    """Return a station: name, state, day, for whom it waits, its one button where that page opens."""
    address = reverse(one.page) if one.page and opens(actor, one.page) else ""
    return {
        "label": STATIONS[one.key],
        "state": one.state,
        "note": " · ".join(
            words
            for words in (
                station_note(one.key, one.day, one.count, one.text),
                waits_words(one.waits, facts.people.get(one.waits, [])) if one.waits else "",
            )
            if words
        ),
        "url": address,
        "verb": VERBS.get(f"{one.key}_{one.text}", VERBS.get(one.key, "")) if address else "",
    }


def decision_line(actor: Actor, one: Decision) -> dict[str, object]:
    """Return what waits for a decision and where it is taken."""
    name = PAGES[one.code]
    address = reverse(name, args=[one.pk] if one.code in ROWS else []) if opens(actor, name) else ""
    return {"title": DECISIONS[one.code] % {"name": one.name}, "url": address}
