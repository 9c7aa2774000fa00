"""The school's own ladder; applying for stars and reviewing."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.scheme import Honour
from taoli.evaluation.models import STAR_MOVES, AppraisalRun, StarApplication, StarLadder
from taoli.evaluation.queries.ladder import ladder, stars_in
from taoli.evaluation.queries.stars import evidence_of, waiting_of
from taoli.evaluation.services.honours import grant
from taoli.roster.models import Staff

State = StarApplication.State
MOST_LEVELS = 10


@dataclass(frozen=True, slots=True)
class Level:
    """One level of the school's own ladder, as typed."""

    label: str
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Application:
    """What a mentor applies with."""

    level: int
    met: tuple[str, ...]
    evidence: tuple[str, ...]
    words: str


def set_ladder(*, by: Actor, label: str, levels: Sequence[Level], edit: int) -> StarLadder:
    """Write the school's own ladder, the lowest level first; no levels: the school has none.

    TaoliError: more than ten levels, two of one name; ConflictError: somebody changed it meanwhile.
    """
    if len(levels) > MOST_LEVELS:
        raise TaoliError(_("A ladder has ten levels at most."))
    if len({one.label for one in levels}) < len(levels):
        raise TaoliError(_("Two levels have the same name."))
    with change(by=by, action="stars.ladder", levels=len(levels)) as note:
        row = ladder(by.school_id) or StarLadder(school_id=by.school_id)
        if row.edit != edit:
            raise ConflictError(_("Somebody changed the ladder meanwhile. Please look at it again."))
        row.label = label
        row.levels = [
            {"level": place, "label": one.label, "criteria": list(one.criteria)} for place, one in enumerate(levels, 1)
        ]
        row.edit += 1
        row.save()
        note.object_id = row.pk
    return row


def apply_for_star(*, by: Actor, run: AppraisalRun, mentor: Staff, said: Application) -> StarApplication:
    """Apply for a level. TaoliError: no ladder, a level or criterion it does not have, evidence that is not the
    mentor's, or an application that waits already.
    """
    honour = stars_in(run)
    if honour is None:
        raise TaoliError(_("There is no ladder of stars yet."))
    _known(honour, said.level, said.met)
    if not set(said.evidence) <= {one.value for one in evidence_of(mentor)}:
        raise TaoliError(_("This evidence is not there any more. Please look at the page again."))
    with change(by=by, action="stars.apply", object_id=run.pk, level=said.level):
        if waiting_of(mentor, run, honour):
            raise TaoliError(_("Your application waits for its review already."))
        return StarApplication.objects.create(
            school_id=by.school_id,
            run=run,
            mentor=mentor,
            honour=honour.key,
            level=said.level,
            met=list(said.met),
            evidence=list(said.evidence),
            words=said.words,
            sent_at=clock.now(),
        )


def take_back_star(*, by: Actor, pk: uuid.UUID) -> StarApplication:
    """Take an own application back before its review."""
    with change(by=by, action="stars.take_back", object_id=pk):
        row = _moved(by, pk, State.WITHDRAWN)
        row.save(update_fields=["state", "edit"])
    return row


def review_star(*, by: Actor, pk: uuid.UUID, granted: bool, met: Iterable[str], answer: str) -> StarApplication:
    """Grant the level with the criteria that were found met, or decline with a word. Nobody reviews the own one."""
    with change(by=by, action="stars.review", object_id=pk, granted=granted):
        row = _moved(by, pk, State.GRANTED if granted else State.DECLINED)
        if row.mentor_id == by.person_id:
            raise TaoliError(_("This is your own application. Somebody else reviews it."))
        if not granted and not answer:
            raise TaoliError(_("Please say in a few words what is still missing."))
        row.answer, row.reviewed_by, row.reviewed_at = answer, by.person_id, clock.now()
        row.save(update_fields=["state", "answer", "reviewed_by", "reviewed_at", "edit"])
        honour = stars_in(row.run)
        if granted:
            if honour is None or honour.key != row.honour:
                raise TaoliError(_("The ladder has changed meanwhile; this level is no longer there."))
            grant(by=by, run=row.run, honour=honour, mentor_id=row.mentor_id, level=row.level, met=met)
    return row


def _known(honour: Honour, level: int, met: Iterable[str]) -> None:
    levels = {one.level: one for one in honour.levels}
    if level not in levels:
        raise TaoliError(_("Please choose a level."))
    if not set(met) <= {text for one in honour.levels for text in one.criteria}:
        raise TaoliError(_("This criterion is not in the scheme."))


def _moved(by: Actor, pk: uuid.UUID, to: str) -> StarApplication:
    rows = StarApplication.objects.of(by.school_id).select_for_update()
    row = rows.get(pk=pk)
    if to not in STAR_MOVES[State(row.state)]:
        raise ConflictError(_("This application has been settled already."))
    row.state = to
    row.edit += 1
    return row
