"""A published round whose last steps are open: agreement by mentor, student and family, letters, first meeting."""

import datetime as dt
from typing import Any

from taoli.matching import services
from taoli.matching.models import ChoiceRound, Pairing
from taoli.matching.queries.steps import steps
from tests.matching.conftest import OWN_CLAUSE, offer_all, publish_scheme, wish_for
from tests.world import START, World

LAST: list[dict[str, Any]] = [
    {"kind": "agreement", "by": ["mentor", "student", "guardian"]},
    {"kind": "appointment_letter", "by": ["principal"]},
    {"kind": "first_meeting", "by": ["mentor", "student"]},
]
WISHES: dict[str, tuple[str, ...]] = {
    "林子涵": ("王敏",),
    "周一诺": ("王敏",),
    "孙浩然": ("李慧",),
    "赵思源": ("陈立",),
    "钱多多": ("陈立",),
}


def published_round(world: World, *, last: list[dict[str, Any]] | None = None) -> ChoiceRound:
    """王敏 has 林子涵 and 周一诺, 李慧 孙浩然 and 吴桐 or so, 陈立 the other two of 高一(2)班."""
    publish_scheme(world, **{**OWN_CLAUSE, "steps": [*OWN_CLAUSE["steps"], *(LAST if last is None else last)]})
    choice = services.open_round(by=world.office, name="2026年秋双向选择", closes=dt.date(2026, 11, 30))
    offer_all(world, choice, 王敏=2, 李慧=2, 陈立=2, 周宁=2)
    services.set_step(by=world.office, round_id=choice.pk, kind="publish_mentors", done=True)
    wish_for(world, choice, WISHES)
    run = services.run_round(by=world.office, round_id=choice.pk, seed=7)
    services.publish_run(by=world.office, run_id=run.pk, starts=START)
    choice.refresh_from_db()
    return choice


def pairing_of(world: World, name: str) -> Pairing:
    """The live pairing of a student by name."""
    return Pairing.objects.of(world.school).get(student=world.students[name], ends=None)


def present(world: World, choice: ChoiceRound) -> set[str]:
    """Which steps are open now."""
    return {step.kind for step in steps(choice) if step.state == "now"}
