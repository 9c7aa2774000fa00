"""Who mentors whom, as written by matching."""

from taoli.common.models import AuditEntry
from taoli.roster.models import Student
from taoli.roster.services.students import set_mentors
from tests.world import World


def test_set_mentors_writes_all_and_one_audit_row(world: World) -> None:
    before = AuditEntry.objects.of(world.school).count()
    lin, zhou = world.students["林子涵"], world.students["周一诺"]
    count = set_mentors(by=world.office, mentor_by_student={lin.pk: world.staff["陈立"].pk, zhou.pk: None})
    assert count == 2
    lin.refresh_from_db()
    zhou.refresh_from_db()
    assert (lin.mentor, zhou.mentor) == (world.staff["陈立"], None)
    entries = list(AuditEntry.objects.of(world.school).order_by("seq"))[before:]
    assert [(one.action, one.data) for one in entries] == [("student.set_mentors", {"students": 2})]


def test_set_mentors_leaves_another_schools_student_alone(world: World) -> None:
    assert world.stranger is not None
    count = set_mentors(by=world.office, mentor_by_student={world.stranger.pk: world.staff["陈立"].pk})
    assert count == 0
    row = Student.objects.of(world.other).get(pk=world.stranger.pk)
    assert row.mentor_id is None
