"""Cases of the small school's students, for tests."""

import datetime as dt
import uuid
from typing import Any

from taoli.care.models import CareCase
from taoli.care.services import close_case, decide_case, raise_case
from tests.world import TODAY, World

NEXT = TODAY + dt.timedelta(days=14)
WORRY = "连着三天没吃午饭"
OUTCOME = "已经按时吃饭，和室友和好"


def worry(world: World, by: str = "王敏", student: str = "林子涵", **said: Any) -> CareCase:
    """Let somebody raise a worry."""
    words = {"reason": WORRY, "seriousness": "watch", **said}
    return raise_case(by=world.actor(by), student_id=world.students[student].pk, **words)


def taken(world: World, leader: str = "陈立", student: str = "林子涵", **said: Any) -> CareCase:
    """A case the homeroom teacher has taken on, led by somebody."""
    case = worry(world, student=student)
    lead = world.staff[leader].pk
    return decide_case(
        by=world.actor("李慧"), pk=case.pk, edit=case.edit, takes=True, leader_id=lead, review_on=NEXT, **said
    )


def closed(world: World, **said: Any) -> CareCase:
    """A case closed with an outcome."""
    outcome = said.pop("outcome", OUTCOME)
    case = taken(world, **said)
    return close_case(by=world.actor("李慧"), pk=case.pk, edit=case.edit, outcome=outcome)


def fresh(case: CareCase) -> CareCase:
    """The case as it stands now."""
    return CareCase.objects.of(case.school_id).get(pk=case.pk)


def sent(**fields: Any) -> dict[str, Any]:
    """What a page sends, with an operation id of its own."""
    return {"op": str(uuid.uuid4()), **fields}
