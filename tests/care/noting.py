"""Facts about the small school's students, for tests."""

from typing import Any

from taoli.care.models import CategoryKind
from taoli.care.services.categories import note_category
from taoli.roster.models import StudentCategory
from tests.world import World

WHY = "父亲去年失业，申请了资助"


def listed(world: World, code: str = "poverty", seen_by: str = "homeroom") -> CategoryKind:
    """Let a kind stand in the school's list."""
    values = {"label": "家庭经济困难", "seen_by": seen_by, "on": True}
    return CategoryKind.objects.update_or_create(school=world.school, code=code, defaults=values)[0]


def noted(world: World, by: str = "李慧", student: str = "林子涵", **said: Any) -> StudentCategory:
    """Let somebody note a fact."""
    code = said.get("code", "poverty")
    if not CategoryKind.objects.of(world.school).filter(code=code).exists():
        listed(world, code)
    words = {"code": code, "source": "family", "degree": "much", "reason": WHY, **said}
    return note_category(by=world.actor(by), student_id=world.students[student].pk, **words)
