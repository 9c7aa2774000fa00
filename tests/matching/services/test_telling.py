from taoli.matching import services
from taoli.matching.models import MatchRun
from taoli.matching.queries.messages import told_of
from taoli.notifications.models import Notice
from taoli.notifications.queries.inbox import inbox_of
from taoli.roster.models import Guardianship
from tests.notifications.conftest import at
from tests.world import START, World

NEVER = ("志愿", "名次", "理由", "排", "满")


def test_students_mentors_and_families_each_read_their_own(world: World, fair_run: MatchRun) -> None:
    before = told_of(fair_run)
    services.publish_run(by=world.office, run_id=fair_run.pk, starts=START)
    (student,) = inbox_of(world.actor("林子涵"))
    (family,) = inbox_of(world.actor("林母"))
    assert (before.students, before.mentors, before.guardians, before.slips) == (6, 4, 1, 5)
    assert student.sentence == before.student
    assert family.sentence == before.family
    assert "导师" in student.sentence
    assert family.sentence.startswith("林子涵的导师是")
    (mentor,) = inbox_of(world.actor("王敏"))
    assert mentor.sentence.startswith("你指导 2 名学生：高一(1)班 ")


def test_no_message_holds_a_rank_a_reason_or_a_count_of_wishes(world: World, fair_run: MatchRun) -> None:
    services.publish_run(by=world.office, run_id=fair_run.pk, starts=START)
    rows = Notice.objects.of(world.school)
    keys = {key for params in rows.values_list("params", flat=True) for key in params}
    assert keys <= {"mentor", "student", "student_ids", "guidances", "at", "place"}
    for name in ("林子涵", "王敏", "林母"):
        text = inbox_of(world.actor(name))[0].sentence
        assert [word for word in NEVER if word in text] == []


def test_a_chosen_moment_at_night_waits_for_the_morning(world: World, fair_run: MatchRun) -> None:
    services.publish_run(by=world.office, run_id=fair_run.pk, starts=START, tell_at=at(11, 27, 22, 30))
    assert set(Notice.objects.of(world.school).values_list("due_at", flat=True)) == {at(11, 30, 7)}


def test_a_guardian_of_two_children_is_told_of_both(world: World, fair_run: MatchRun) -> None:
    Guardianship.objects.create(
        school=world.school, student=world.students["吴桐"], guardian=world.guardians["林母"], relation="姨母"
    )
    services.publish_run(by=world.office, run_id=fair_run.pk, starts=START)
    assert len(inbox_of(world.actor("林母"))) == 2
