"""The end of a term in its order: each step with its state, what it waits for in words, and its one button."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from taoli.common.pages import opens
from taoli.common.policy import Actor
from taoli.documents.phrases.term_end import BUTTONS, STEPS
from taoli.evaluation.models import AppraisalRun, HonourNotice, Survey
from taoli.evaluation.queries.comments import waiting_in_term
from taoli.evaluation.queries.honours import honour_rows
from taoli.evaluation.queries.notices import notices_of
from taoli.evaluation.queries.objections import open_count
from taoli.evaluation.queries.sheets import Waiting, current_run, sheets, waiting
from taoli.evaluation.queries.surveys import surveys_of_term
from taoli.roster.models import Term

DONE, NOW, NEXT = "done", "now", "next"
READY, WAITS = "ready", "waits"


@dataclass(frozen=True, slots=True)
class Button:
    """The one button of a step: its words, where it leads, whether it acts at once."""

    words: str
    href: str
    post: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its key, words, state (done, now, next), sentences on where it stands, and its button."""

    key: str
    label: str
    state: str
    notes: tuple[str, ...]
    button: Button | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the steps are told from. `to_post`: (key, label, how many names) of honours without a notice."""

    surveys: Sequence[Survey] = ()
    comments: int = 0
    run: AppraisalRun | None = None
    drafted: bool = False
    waiting: Sequence[Waiting] = ()
    objections: int = 0
    to_post: Sequence[tuple[str, str, int]] = ()
    notices: Sequence[HonourNotice] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A step before it is known which one comes now: done, ready to begin or waiting for another one."""

    key: str
    stage: str
    notes: Sequence[str]
    button: Button | None = None


def facts_of(actor: Actor, term: Term) -> Facts:
    """Return where the term's end stands: a dozen reads, however many mentors."""
    run = current_run(actor.school_id, term)
    drafting = run is not None and run.state == AppraisalRun.State.DRAFT
    found = list(sheets(actor, run)) if run and drafting else []
    up = notices_of(run) if run else []
    known = {one.honour for one in up}
    rows = honour_rows(run) if run and run.checksum else []
    free = [(row.honour.key, row.honour.label, len(row.names) + len(row.grants)) for row in rows]
    return Facts(
        surveys=surveys_of_term(term),
        comments=waiting_in_term(actor, term),
        run=run,
        drafted=bool(found) or (run is not None and not drafting),
        waiting=waiting(found, run),
        objections=open_count(run) if run and run.state == AppraisalRun.State.SHOWN else 0,
        to_post=[one for one in free if one[2] and one[0] not in known],
        notices=up,
    )


def button(actor: Actor, words: str, page: str, *args: object, post: bool = False) -> Button | None:
    """Return a button to a page, None for whom it is not."""
    return Button(str(BUTTONS[words]), reverse(page, args=args), post) if opens(actor, page) else None


def in_order(told: Sequence[Told]) -> list[Step]:
    """Return the steps: the first that can begin is the one that comes now."""
    now = next((one.key for one in told if one.stage == READY), "")
    return [
        Step(
            one.key,
            str(STEPS[one.key]),
            DONE if one.stage == DONE else NOW if one.key == now else NEXT,
            tuple(str(note) for note in one.notes),
            one.button,
        )
        for one in told
    ]
