import datetime as dt

import pytest
from django.http import Http404

from taoli.common.models import ViewLog
from taoli.guidance.models import GuidanceRecord
from taoli.guidance.queries import RecordRow, printed_rows, timeline
from taoli.guidance.queries.records import FORMER_DAYS, as_seen, get_own_record, get_record, reachable
from taoli.roster.models import Guardianship, StaffLeave
from tests.guidance.writing import write
from tests.world import TODAY, World

SECRET = "家里最近有事"


def seen(world: World, name: str, row: GuidanceRecord) -> RecordRow:
    return as_seen(world.actor(name), [get_record(world.actor(name), row.pk)])[0]


@pytest.fixture
def talk(settled: World) -> GuidanceRecord:
    """王敏 talks with 林子涵 and writes a private line."""
    return write(settled, "王敏", "林子涵", private_text=SECRET, next_step="看看作息", guidances=["学业辅导"])[0]


@pytest.mark.parametrize("name", ["王敏", "李慧", "赵国栋", "孙悦", "钱程"])
def test_writer_homeroom_grade_office_and_principal_read_the_text(
    settled: World, talk: GuidanceRecord, name: str
) -> None:
    row = seen(settled, name, talk)
    assert (row.readable, row.private_text, row.next_step) == (True, SECRET, "看看作息")


def test_the_assessor_sees_that_it_took_place_and_nothing_more(settled: World, talk: GuidanceRecord) -> None:
    row = seen(settled, "吴考", talk)
    assert (row.label, row.student, row.held_on) == ("谈话", "林子涵", TODAY)
    assert (row.readable, row.private_text, row.next_step, row.sentence) == (False, "", "", "")


@pytest.mark.parametrize("name", ["林子涵", "林母"])
def test_student_and_guardian_see_the_printed_sentence_never_the_text(
    settled: World, talk: GuidanceRecord, name: str
) -> None:
    rows = printed_rows(settled.actor(name), settled.students["林子涵"].pk)
    assert [(row.sentence, row.private_text, row.next_step) for row in rows] == [
        ("11月23日 与林子涵谈话，内容：学业辅导。", "", "")
    ]


def test_a_guardianship_that_has_ended_shows_nothing(settled: World, talk: GuidanceRecord) -> None:
    Guardianship.objects.of(settled.school).update(ends=TODAY - dt.timedelta(days=1))
    actor = settled.actor("林母")
    assert list(reachable(actor)) == []
    with pytest.raises(Http404):
        printed_rows(actor, settled.students["林子涵"].pk)


def test_another_mentor_finds_nothing(settled: World) -> None:
    row = write(settled, "李慧", "孙浩然", private_text=SECRET)[0]
    with pytest.raises(Http404):
        get_record(settled.actor("王敏"), row.pk)
    with pytest.raises(Http404):
        get_own_record(settled.actor("王敏"), row.pk)


def test_the_mentor_of_today_reads_what_others_wrote_about_the_mentee(settled: World) -> None:
    row = write(settled, "李慧", "林子涵", private_text=SECRET)[0]
    assert seen(settled, "王敏", row).private_text == SECRET
    with pytest.raises(Http404):
        get_own_record(settled.actor("王敏"), row.pk)


def former(world: World, talk: GuidanceRecord, days: int) -> None:
    """Let the pairing have ended so many days ago; 陈立 is the mentor now."""
    assert talk.pairing is not None
    talk.pairing.ends = TODAY - dt.timedelta(days=days)
    talk.pairing.save()
    child = world.students["林子涵"]
    child.mentor = world.staff["陈立"]
    child.save()


def test_a_former_mentor_keeps_the_text_for_thirty_days(settled: World, talk: GuidanceRecord) -> None:
    former(settled, talk, days=FORMER_DAYS.days)
    assert seen(settled, "王敏", talk).private_text == SECRET


def test_after_thirty_days_a_former_mentor_keeps_the_evidence(settled: World, talk: GuidanceRecord) -> None:
    former(settled, talk, days=FORMER_DAYS.days + 1)
    row = seen(settled, "王敏", talk)
    assert (row.readable, row.private_text, row.sentence, row.label) == (False, "", "", "谈话")
    with pytest.raises(Http404):
        timeline(settled.actor("王敏"), settled.students["林子涵"].pk)


def test_a_former_mentor_can_no_longer_open_it_for_correction(settled: World, talk: GuidanceRecord) -> None:
    former(settled, talk, days=FORMER_DAYS.days)
    assert get_own_record(settled.actor("王敏"), talk.pk).private_text == SECRET
    former(settled, talk, days=FORMER_DAYS.days + 1)
    with pytest.raises(Http404):
        get_own_record(settled.actor("王敏"), talk.pk)
    assert settled.client("王敏").get(f"/guidance/records/{talk.pk}/correct/").status_code == 404


@pytest.mark.parametrize(("days", "readable"), [(0, True), (31, False)])
def test_who_stood_in_reads_and_writes_then_keeps_the_own_text_for_thirty_days(
    settled: World, days: int, *, readable: bool
) -> None:
    giver = settled.staff["陈立"]
    StaffLeave.objects.create(
        school=settled.school, staff=giver, substitute=settled.staff["王敏"], starts=TODAY, ends=TODAY
    )
    row = write(settled, "王敏", "钱多多", private_text=SECRET)[0]
    assert row.pairing_id is None
    assert timeline(settled.actor("王敏"), settled.students["钱多多"].pk)[0].private_text == SECRET
    StaffLeave.objects.of(settled.school).update(ends=TODAY - dt.timedelta(days=1))
    GuidanceRecord.objects.of(settled.school).filter(pk=row.pk).update(held_on=TODAY - dt.timedelta(days=days))
    assert seen(settled, "王敏", row).readable is readable
    with pytest.raises(Http404):
        timeline(settled.actor("王敏"), settled.students["钱多多"].pk)


def test_readings_by_others_are_logged_and_the_writers_are_not(settled: World, talk: GuidanceRecord) -> None:
    timeline(settled.actor("王敏"), settled.students["林子涵"].pk)
    assert not ViewLog.objects.of(settled.school).exists()
    timeline(settled.actor("李慧"), settled.students["林子涵"].pk)
    log = ViewLog.objects.of(settled.school).get()
    assert (log.person_id, log.noun, log.ids) == (settled.staff["李慧"].pk, "guidance.record", [str(talk.pk)])


def test_the_mentor_of_today_is_not_logged(settled: World) -> None:
    write(settled, "李慧", "林子涵", private_text=SECRET)
    timeline(settled.actor("王敏"), settled.students["林子涵"].pk)
    assert not ViewLog.objects.of(settled.school).exists()


@pytest.mark.parametrize("name", ["吴考", "林子涵", "林母"])
def test_who_reads_no_text_is_not_logged(settled: World, talk: GuidanceRecord, name: str) -> None:
    timeline(settled.actor(name), settled.students["林子涵"].pk)
    assert not ViewLog.objects.of(settled.school).exists()


def test_no_log_no_text(settled: World, talk: GuidanceRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(ViewLog.objects, "create", refuse)
    with pytest.raises(RuntimeError):
        timeline(settled.actor("李慧"), settled.students["林子涵"].pk)


def test_a_story_holds_what_every_adult_wrote_newest_first(settled: World, talk: GuidanceRecord) -> None:
    write(settled, "李慧", "林子涵", kind="family_contact", channel="phone", held_on=dt.date(2026, 11, 20))
    write(settled, "王敏", "周一诺")
    rows = timeline(settled.actor("王敏"), settled.students["林子涵"].pk)
    assert [(row.by, row.label, row.when) for row in rows] == [("王敏", "谈话", "今天"), ("李慧", "电话", "3天前")]


def test_what_was_taken_back_or_replaced_is_not_in_the_story(settled: World, talk: GuidanceRecord) -> None:
    GuidanceRecord.objects.of(settled.school).update(state=GuidanceRecord.State.WITHDRAWN)
    assert timeline(settled.actor("王敏"), settled.students["林子涵"].pk) == []


def test_the_administrator_finds_nothing(settled: World, talk: GuidanceRecord) -> None:
    actor = settled.actor("郑明")
    assert list(reachable(actor)) == []
    with pytest.raises(Http404):
        get_record(actor, talk.pk)
