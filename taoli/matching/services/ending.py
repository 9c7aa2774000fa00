"""The last steps of a round end by themselves once everybody has done their part."""

from taoli.common.policy import Actor
from taoli.matching.models import ChoiceRound
from taoli.matching.queries.closing import progress
from taoli.matching.queries.steps import is_now
from taoli.matching.services.rounds import set_step


def close_if_all(*, by: Actor, choice: ChoiceRound, kind: str) -> bool:
    """Close a step when everybody has done their part, in the caller's transaction; say whether it did."""
    count = progress(choice, kind)
    if count is None or not count[1] or count[0] < count[1] or not is_now(choice, kind):
        return False
    set_step(by=by, round_id=choice.pk, kind=kind, done=True)
    return True
