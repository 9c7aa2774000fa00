"""What is said in the meeting, line by line."""

import uuid
from dataclasses import dataclass

from taoli.care.models import CareCase, Conference, ConferenceItem
from taoli.care.queries.conferences import get_managed
from taoli.care.services.actions import NewAction, add_action, drop_action
from taoli.care.services.cases import answer_case, climb_case, raise_case
from taoli.care.services.conferences import begin_conference, hold_conference
from taoli.care.services.minutes import write_decision, write_summary
from taoli.common.policy import Actor
from taoli.common.unit import change

WATCH = CareCase.Seriousness.WATCH


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What stands on the page when a button is pressed; `item_id` None: the last screen. `do`: action, drop,
    hold; climb, answer, raise: what becomes of the case of this line, in the words that stand there.
    """

    item_id: uuid.UUID | None
    edit: int
    text: str
    do: str
    action: NewAction
    drop_id: uuid.UUID | None = None
    case_edit: int = 0


def say(*, by: Actor, pk: uuid.UUID, said: Said) -> None:
    """Keep the words, then do what the button says; an action that is written down goes along with any button.

    ConflictError, TaoliError: of `write_decision`, `add_action`, `hold_conference`; then nothing is kept.
    """
    with change(by=by, action="conference.say", object_id=pk):
        if get_managed(by, pk).state == Conference.State.PLANNED:
            begin_conference(by=by, pk=pk)
        if said.item_id:
            write_decision(by=by, pk=pk, item_id=said.item_id, edit=said.edit, text=said.text)
        else:
            write_summary(by=by, pk=pk, edit=said.edit, text=said.text)
        if said.do == "action" or said.action.text.strip():
            add_action(by=by, pk=pk, new=said.action)
        if said.do == "drop" and said.drop_id:
            drop_action(by=by, pk=pk, action_id=said.drop_id)
        if said.item_id and said.do in {"climb", "answer", "raise"}:
            _case(by, pk, said, said.item_id)
        if said.do == "hold":
            hold_conference(by=by, pk=pk)


def _case(by: Actor, pk: uuid.UUID, said: Said, item_id: uuid.UUID) -> None:
    """Pass the case of a line on or back; a line without one raises it."""
    row = ConferenceItem.objects.of(by.school_id).get(pk=item_id, conference_id=pk)
    if said.do == "raise" and row.student_id:
        case = raise_case(by=by, student_id=row.student_id, reason=said.text, seriousness=WATCH, source="conference")
        row.case = case
        row.save(update_fields=["case"])
    elif row.case_id:
        pass_on = climb_case if said.do == "climb" else answer_case
        pass_on(by=by, pk=row.case_id, edit=said.case_edit, text=said.text, conference_id=pk)
