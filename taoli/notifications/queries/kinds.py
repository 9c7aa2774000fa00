"""Which kinds of notices somebody may get."""

from collections.abc import Mapping

from taoli.common.policy import Actor
from taoli.notifications.phrases import KINDS

# Kinds for one sort of persons only; every other kind may come to anybody.
ONLY: Mapping[str, str] = {"paired_student": "student", "paired_mentor": "staff", "paired_family": "guardian"}


def kinds_for(actor: Actor) -> list[str]:
    """Return the kinds the actor may get and may quieten."""
    return [code for code, kind in KINDS.items() if not kind.safety and ONLY.get(code) in {None, actor.person_kind}]
