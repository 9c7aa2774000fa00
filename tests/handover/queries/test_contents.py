from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.archive.services import PlanStep, close_goal, set_goal, suggest_goal
from taoli.common import clock
from taoli.engine.package import REQUIRED
from taoli.guidance.models import GuidanceRecord
from taoli.handover.queries.contents import contents_of
from tests.world import TODAY, World


def record(world: World, name: str, **more: object) -> GuidanceRecord:
    child = world.students[name]
    said = {
        "kind": "talk",
        "channel": "in_person",
        "place": "操场",
        "held_on": TODAY,
        "private_text": "不宜外传的话",
        "next_step": "下周再看",
    }
    import uuid

    return GuidanceRecord.objects.create(
        school=world.school,
        occasion=uuid.uuid4(),
        student=child,
        by=world.staff["王敏"],
        school_class=child.school_class,
        entered_at=clock.now(),
        **(said | more),
    )


def test_only_what_a_form_prints_goes_along(world: World) -> None:
    child = world.students["林子涵"]
    record(world, "林子涵")
    record(world, "林子涵", made=False)
    record(world, "林子涵", state="withdrawn")
    by = world.actor("林子涵")
    goal = set_goal(by=by, student_id=child.pk, text="每天读书", steps=[PlanStep("去图书馆")])
    close_goal(by=by, pk=goal.pk, reached=True, outcome="做到了")
    suggest_goal(by=world.actor("王敏"), student_id=child.pk, text="只是建议")
    file = contents_of(world.school.pk, [child.pk])[child.pk].file
    plain = file.model_dump_json()
    assert set(REQUIRED) <= {one.key for one in file.sections}
    assert file.lacking() == ()
    filled = {one.key: len(one.entries) for one in file.sections if one.entries}
    assert filled == {"goals": 1, "contacts": 1}
    assert "操场" in plain
    assert "每天读书" in plain
    assert "做到了" in plain
    for hidden in ("不宜外传的话", "下周再看", "只是建议"):
        assert hidden not in plain


def test_a_class_takes_as_many_queries_as_one_student(world: World) -> None:
    counts = []
    for names in (["林子涵"], list(world.students)):
        for name in names:
            record(world, name)
        with CaptureQueriesContext(connection) as caught:
            contents_of(world.school.pk, [world.students[name].pk for name in names])
        counts.append(len(caught))
    assert counts[0] == counts[1] <= 13
