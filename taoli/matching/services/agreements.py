"""Agreements: their words, a yes on the screen, and what was signed on paper."""

import uuid
from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.matching.models import Agreement, AgreementText, ChoiceRound
from taoli.matching.queries.agreements import latest_text, lines, side_of, text_of
from taoli.matching.queries.closing import agreements, sides_of
from taoli.matching.services.ending import close_if_all

CHUNK = 500
Sides = Collection[str]


def set_agreement_text(*, by: Actor, round_id: uuid.UUID, text: str) -> AgreementText:
    """Write the words of a round's agreement as a new version; whoever has signed keeps the words they signed.

    TaoliError: no words.
    """
    words = text.strip()
    if not words:
        raise TaoliError(_("Please write the words of the agreement."))
    with change(by=by, action="agreement.text", object_id=round_id) as note:
        choice = ChoiceRound.objects.of(by.school_id).select_for_update().get(pk=round_id)
        before = latest_text(choice)
        if before is not None and before.text == words:
            return before
        row = _new_text(choice, words, before.number + 1 if before else 1)
        note.data = {"number": row.number}
    return row


def sign(*, by: Actor, round_id: uuid.UUID, pairing_ids: Collection[uuid.UUID]) -> int:
    """Say yes for the own side of these of the own pairings; returns how many are signed now that were not.

    TaoliError: the scheme asks nothing of this side.
    """
    side = side_of(by)
    with change(by=by, action="agreement.sign", object_id=round_id, side=side) as note:
        choice = _lock(by, round_id)
        if side not in sides_of(choice):
            raise TaoliError(_("The scheme does not ask you to sign."))
        own = {line.pairing.pk for line in lines(by, choice, "sign")}
        count = _write(by, choice, {pk: {side} for pk in own & set(pairing_ids)}, paper=False)
        note.data |= {"signed": count}
        close_if_all(by=by, choice=choice, kind="agreement")
    return count


def enter_signed(*, by: Actor, round_id: uuid.UUID, sides: Mapping[uuid.UUID, Sides]) -> int:
    """Enter what was signed on paper (pairing → sides), within the actor's reach; what is signed stays signed."""
    with change(by=by, action="agreement.enter", object_id=round_id) as note:
        choice = _lock(by, round_id)
        reached = {line.pairing.pk for line in lines(by, choice, "enter")}
        asked = set(sides_of(choice))
        count = _write(by, choice, {pk: set(some) & asked for pk, some in sides.items() if pk in reached}, paper=True)
        note.data = {"signed": count}
        close_if_all(by=by, choice=choice, kind="agreement")
    return count


def _lock(by: Actor, round_id: uuid.UUID) -> ChoiceRound:
    return ChoiceRound.objects.of(by.school_id).select_for_update().get(pk=round_id)


def _new_text(choice: ChoiceRound, text: str, number: int) -> AgreementText:
    return AgreementText.objects.create(
        school_id=choice.school_id, round=choice, number=number, text=text, made_at=clock.now()
    )


def _write(by: Actor, choice: ChoiceRound, sides: Mapping[uuid.UUID, Sides], *, paper: bool) -> int:
    text = latest_text(choice) or _new_text(choice, text_of(choice), 1)
    known, today, count = agreements(choice), clock.today(), 0
    fresh: list[Agreement] = []
    changed: list[Agreement] = []
    for pk, some in sides.items():
        row = known.get(pk) or Agreement(school_id=by.school_id, round=choice, pairing_id=pk, text=text, paper=[])
        missing = [side for side in some if getattr(row, f"{side}_on") is None]
        if not missing:
            continue
        for side in missing:
            setattr(row, f"{side}_on", today)
        row.paper = sorted({*row.paper, *(missing if paper else ())})
        (changed if pk in known else fresh).append(row)
        count += 1
    Agreement.objects.bulk_create(fresh, batch_size=CHUNK)
    fields = ["mentor_on", "student_on", "guardian_on", "paper"]
    Agreement.objects.of(by.school_id).bulk_update(changed, fields, batch_size=CHUNK)
    return count
