"""The school's side of a draw: the list is frozen, places are drawn, people are asked, slips are made."""

import secrets
import uuid
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.accounts.services import LETTERS
from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import School
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.survey import ANSWERS, places_drawn
from taoli.matching.queries.codes import PART
from taoli.oversight.models import CALL_MOVES, CallList, CallPlace, CallTally, Draw
from taoli.oversight.phrases.draws import QUESTIONS
from taoli.oversight.queries.calls import Drawn, code_hash, drawn_people, list_hash, over, people_to_list
from taoli.oversight.services.draws import HandedList, take_list

State, Consent = CallList.State, CallPlace.Consent
PARTS = 3  # parts of five letters in a code


@dataclass(frozen=True, slots=True)
class CallSlip:
    """Somebody who agreed, and the code to print; it is not kept anywhere else."""

    drawn: Drawn
    code: str


def freeze(*, by: Actor, announced: Draw) -> CallList:
    """Freeze the school's numbered list and hand in its length and hash. Again: the same list is handed in again.

    TaoliError: the number may be known already, nobody is on the list, or the bureau does not take it.
    """
    row = CallList.objects.of(by.school_id).filter(draw_id=announced.pk).first() or _frozen(by, announced)
    code = School.objects.get(pk=by.school_id).code
    take_list(bureau_id=announced.school_id, handed=HandedList(announced.pk, code, row.size, row.sha256))
    return row


def draw_places(*, by: Actor, announced: Draw) -> CallList:
    """Draw the school's places from what is published, and prepare the urn.

    ConflictError: done already. TaoliError: not drawn yet; the frozen list is not the one that was handed in; the
    bureau's places are not those that come out.
    """
    code = School.objects.get(pk=by.school_id).code
    with change(by=by, action="call.draw", object_id=announced.pk) as note:
        row = locked_call(by, announced.pk)
        if row.state != State.FROZEN:
            raise ConflictError(_("The places have been drawn already."))
        if not announced.seed:
            raise TaoliError(_("The number is not known yet, so nothing can be drawn."))
        if list_hash(row.salt, row.people) != row.sha256 or len(row.people) != row.size:
            raise TaoliError(_("The list is not the one that was frozen: its hash differs. Nothing has been drawn."))
        places = places_drawn(announced.sizes, announced.k, announced.seed, each=announced.each).get(code, ())
        if list(places) != announced.places.get(code, []) or announced.sizes.get(code, row.size) != row.size:
            raise TaoliError(_("The published places are not those that come out of the seed. Please ask the bureau."))
        _move(row, State.CALLING if places else State.SPARED)
        row.save(update_fields=["state"])
        _prepare(row, places)
        note.data["places"] = len(places)
    return row


def note_consent(*, by: Actor, announced: Draw, place_id: uuid.UUID, consent: str) -> None:
    """Note what somebody said to being asked; who changes their mind has no slip any more. Whether one was used is not
    told. TaoliError: the calls are over, or no such place.
    """
    with change(by=by, action="call.consent", object_id=place_id):
        row = _calling(by, announced.pk)
        place = CallPlace.objects.of(by.school_id).select_for_update(of=("self",)).filter(list=row, pk=place_id).first()
        if place is None or consent not in Consent.values:
            raise TaoliError(_("This place was not drawn."))
        place.consent = consent
        if consent != Consent.YES:
            place.code_hash = ""
        place.save(update_fields=["consent", "code_hash"])


def make_slips(*, by: Actor, announced: Draw) -> list[CallSlip]:
    """Make a new one-time code for everybody who agreed; earlier slips stop working.

    Whoever has answered gets one, too, that says so: the slips do not tell who has. TaoliError: the calls are over, or
    nobody has agreed yet.
    """
    with change(by=by, action="call.codes", object_id=announced.pk) as note:
        row = _calling(by, announced.pk)
        agreed = [one for one in drawn_people(row) if one.row.consent == Consent.YES and one.here]
        if not agreed:
            raise TaoliError(_("Nobody has agreed yet."))
        slips = [CallSlip(one, _code()) for one in agreed]
        for slip in slips:
            slip.drawn.row.code_hash = code_hash(slip.code)
        CallPlace.objects.of(by.school_id).bulk_update([one.drawn.row for one in slips], ["code_hash"])
        note.data["slips"] = len(slips)
    return slips


def _frozen(by: Actor, announced: Draw) -> CallList:
    if announced.state != Draw.State.ANNOUNCED or clock.today() >= announced.seed_on:
        raise TaoliError(_("The number may be known by now. A list has to be frozen before its day."))
    people = people_to_list(by.school_id, announced.whom)
    if not people:
        raise TaoliError(_("There is nobody on this list yet."))
    salt = secrets.token_hex(32)
    with change(by=by, action="call.freeze", object_id=announced.pk, size=len(people)):
        return CallList.objects.create(
            school_id=by.school_id,
            bureau_id=announced.school_id,
            draw_id=announced.pk,
            title=announced.title,
            whom=announced.whom,
            ends_on=announced.ends_on,
            telephone=announced.telephone,
            people=people,
            salt=salt,
            size=len(people),
            sha256=list_hash(salt, people),
            frozen_at=clock.now(),
        )


def _prepare(row: CallList, places: tuple[int, ...]) -> None:
    CallPlace.objects.bulk_create(
        CallPlace(school_id=row.school_id, list=row, place=one, person_id=uuid.UUID(row.people[one - 1]["id"]))
        for one in places
    )
    if places:
        CallTally.objects.bulk_create(
            CallTally(school_id=row.school_id, list=row, question=key, answer=one)
            for key, _text in QUESTIONS[row.whom]
            for one in ANSWERS
        )


def _calling(by: Actor, draw_id: uuid.UUID) -> CallList:
    row = locked_call(by, draw_id)
    if row.state != State.CALLING or over(row):
        raise TaoliError(_("Nobody is being asked now."))
    return row


def locked_call(by: Actor, draw_id: uuid.UUID) -> CallList:
    """Return the school's list of a draw, kept from other writers. TaoliError: it has none."""
    row = CallList.objects.of(by.school_id).select_for_update(of=("self",)).filter(draw_id=draw_id).first()
    if row is None:
        raise TaoliError(_("The school has frozen no list for this draw."))
    return row


def _move(row: CallList, state: str) -> None:
    if state not in CALL_MOVES[State(row.state)]:
        raise ConflictError(_("This has been settled already."))
    row.state = state


def _code() -> str:
    return "-".join("".join(secrets.choice(LETTERS) for _each in range(PART)) for _part in range(PARTS))
