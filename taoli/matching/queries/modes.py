"""How a round may be placed: the modes its scheme leaves open."""

from taoli.engine.scheme.steps import Allocate
from taoli.engine.scheme.vocabulary import AllocationMode
from taoli.matching.models import ChoiceRound
from taoli.matching.queries.rounds import ASSIGNED
from taoli.schemes.queries import rules


def modes_of(choice: ChoiceRound) -> tuple[str, ...]:
    """Return the modes a draft may be made in, the scheme's own first, the others to compare with; one where nobody
    chooses.
    """
    step = next((one for one in rules(choice.scheme).steps if isinstance(one, Allocate)), None)
    if step is None:
        return (ASSIGNED,)
    first = step.mode.value
    return (first, *(mode.value for mode in AllocationMode if mode.value != first))
