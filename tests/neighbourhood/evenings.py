"""An evening of the parents' school of the tests' world."""

import datetime as dt
from typing import Any

from taoli.neighbourhood.models import LectureClass, ParentLecture
from tests.world import TODAY, World


def evening(world: World, *rooms: str, **more: Any) -> ParentLecture:
    """Held today by 王敏 for 高一(1)班, if nothing else is said."""
    known = {
        "kind": "class",
        "theme": "怎样听孩子说话",
        "held_on": TODAY,
        "at": dt.time(19, 0),
        "place": "阶梯教室",
        "mentor": world.staff["王敏"],
        "door": "qrstuvwxyz23",
        "made_by": world.staff["孙悦"].pk,
    }
    row = ParentLecture.objects.create(school=world.school, **{**known, **more})
    for name in rooms or ("高一(1)班",):
        LectureClass.objects.create(school=world.school, lecture=row, school_class=world.classes[name])
    return row


def counts(row: ParentLecture) -> list[tuple[int, int | None, int]]:
    """What was tapped, typed and read, class by class."""
    rows = LectureClass.objects.of(row.school_id).filter(lecture=row).order_by("school_class__grade__order", "id")
    return list(rows.values_list("tapped", "typed", "sheets"))
