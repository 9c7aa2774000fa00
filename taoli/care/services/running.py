"""What is said in the meeting, line by line."""

import uuid
from dataclasses import dataclass

from taoli.care.models import Conference
from taoli.care.queries.conferences import get_managed
from taoli.care.services.actions import NewAction, add_action, drop_action
from taoli.care.services.conferences import begin_conference, hold_conference
from taoli.care.services.minutes import write_decision, write_summary
from taoli.common.policy import Actor
from taoli.common.unit import change


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What stands on the page when a button is pressed; `item_id` None: the last screen. `do`: action, drop, hold."""

    item_id: uuid.UUID | None
    edit: int
    text: str
    do: str
    action: NewAction
    drop_id: uuid.UUID | None = None


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
        if said.do == "hold":
            hold_conference(by=by, pk=pk)
