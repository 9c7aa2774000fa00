"""What families have declined. A visit at home needs the family's yes: who has been offered one and would rather not
is owed no further one of those declined (ZJ-15, 16 as decided: a refusal is a figure of its own, exempts that family,
and is never added to what was done). A call, a meeting at school or a talk with the student can be had another way, so
nothing else is ever exempt.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from taoli.engine.compliance.subjects import Owed, of_one_pairing
from taoli.engine.compliance.windows import Places, Window
from taoli.engine.facts import Act
from taoli.engine.scheme.duties import Duty
from taoli.engine.scheme.vocabulary import Kind

NEEDS_A_YES = frozenset({Kind.HOME_VISIT})
ALL = 1_000  # more than any duty asks for: the family declines for the whole period
NOTHING: Mapping[int, int] = {}

ByStudent = Mapping[str, tuple[Act, ...]]


def refusals(acts: Iterable[Act], as_of: date) -> ByStudent:
    """What was declined up to a day, by student; whoever asked: a family has said so to the school."""
    found: dict[str, tuple[Act, ...]] = defaultdict(tuple)
    for act in acts:
        if act.refused and act.kind in NEEDS_A_YES and act.on <= as_of:
            for student in act.student_ids:
                found[student] = (*found[student], act)
    return dict(found)


class Refusals:
    """The refusals that exempt from one duty: one that nothing but a visit can fulfil."""

    def __init__(self, duty: Duty, stretch: tuple[Window, ...], declined: ByStudent) -> None:
        alone = of_one_pairing(duty) and NEEDS_A_YES.issuperset(duty.kinds)
        self.declined: ByStudent = declined if alone else {}
        self.channels, self.places = frozenset(duty.channels), Places(stretch)

    def of(self, owed: Owed) -> Mapping[int, int]:
        """Place of the window → how many were declined in it, for one subject; each occasion once."""
        acts = self.declined.get(owed.subject_id)
        if not acts:
            return NOTHING
        found: dict[int, int] = defaultdict(int)
        for act in {act.id: act for act in acts}.values():
            place = self.places[act.on]
            if place >= 0 and (not self.channels or act.channel in self.channels):
                found[place] += ALL if act.refused == "period" else 1
        return found
