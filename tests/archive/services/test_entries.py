import datetime as dt
import uuid

import pytest
import time_machine

from taoli.archive.models import EntryFile, GrowthEntry
from taoli.archive.queries.entries import entries_of
from taoli.archive.services import EntryFacts, add_entry, change_settings, correct_entry, withdraw_entry
from taoli.common.errors import ConflictError, TaoliError
from taoli.duties.models import Act
from tests.archive.keeping import days_ago, drawn, keep
from tests.conftest import NOW
from tests.guidance.reporting import change_mentor
from tests.world import TODAY, World

READERS = ("王敏", "李慧", "赵国栋", "孙悦", "钱程", "吴考", "何静", "郑明", "林子涵", "林母")


def readers(world: World, about: str = "林子涵") -> set[str]:
    """Who may read the entries of a student."""
    student = world.students[about].pk
    return {name for name in READERS if entries_of(world.actor(name), student).exists()}


def facts(**said: object) -> EntryFacts:
    """What a correction says."""
    usual = {"section": "works", "text": "改过的话", "happened_on": TODAY, "seen_by": "class"}
    return EntryFacts(**{**usual, **said})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("level", "who"),
    [
        ("mentor", {"王敏", "林子涵"}),
        ("class", {"王敏", "李慧", "赵国栋", "孙悦", "钱程", "林子涵"}),
        ("family", {"王敏", "李慧", "赵国栋", "孙悦", "钱程", "林子涵", "林母"}),
    ],
)
def test_its_writer_chooses_how_far_it_is_seen(world: World, level: str, who: set[str]) -> None:
    keep(world, seen_by=level)
    assert readers(world) == who


def test_what_the_student_keeps_alone_nobody_else_reads(world: World) -> None:
    keep(world, "林子涵", seen_by="own")
    assert readers(world) == {"林子涵"}


def test_health_is_not_for_grade_leads_and_principals(world: World) -> None:
    keep(world, section="health", seen_by="family")
    assert readers(world) == {"王敏", "李慧", "孙悦", "林子涵", "林母"}


def test_a_family_reads_nothing_where_the_school_does_not_release_it(world: World) -> None:
    keep(world, seen_by="family")
    change_settings(by=world.office, sections=["works", "activities"], family_reads=False, family_writes=True, edit=0)
    assert "林母" not in readers(world)


def test_a_restricted_guardian_reads_nothing_of_the_familys_side(world: World) -> None:
    keep(world, section="family", seen_by="family")
    tie = world.guardians["林母"].guardianships.of(world.school).get()
    tie.restricted_from = TODAY
    tie.save(update_fields=["restricted_from"])
    assert "林母" not in readers(world)
    keep(world, section="works", seen_by="family")
    assert "林母" in readers(world)


def test_a_former_mentor_keeps_what_was_written_for_thirty_days(world: World) -> None:
    keep(world)
    change_mentor(world, "林子涵", "陈立")
    assert "王敏" in readers(world)
    with time_machine.travel(NOW + dt.timedelta(days=31), tick=False):
        assert "王敏" not in readers(world)


def test_a_correction_is_a_new_version_and_keeps_the_old_one_with_its_pictures(settled: World) -> None:
    old = keep(settled, files=[drawn()])
    new = correct_entry(by=settled.actor("王敏"), pk=old.pk, facts=facts(), reason="名字写错", files=[drawn()])
    old.refresh_from_db()
    assert (old.state, old.text, new.version, new.occasion) == ("replaced", "校运会接力跑第三棒", 2, old.occasion)
    assert EntryFile.objects.of(settled.school).filter(occasion=new.occasion).count() == 2
    with pytest.raises(ConflictError):
        correct_entry(by=settled.actor("王敏"), pk=old.pk, facts=facts(), reason="又一次")


def test_a_correction_says_why(world: World) -> None:
    old = keep(world)
    with pytest.raises(TaoliError, match="为什么更正"):
        correct_entry(by=world.actor("王敏"), pk=old.pk, facts=facts(), reason=" ")


def test_withdrawn_it_is_read_by_nobody_and_its_pictures_are_gone(world: World) -> None:
    row = keep(world, files=[drawn()])
    withdraw_entry(by=world.actor("王敏"), pk=row.pk)
    assert readers(world) == set()
    assert not EntryFile.objects.of(world.school).exists()
    with pytest.raises(ConflictError):
        withdraw_entry(by=world.actor("王敏"), pk=row.pk)


def test_an_entry_of_the_mentor_counts_once_whatever_is_corrected(settled: World) -> None:
    row = keep(settled)
    correct_entry(by=settled.actor("王敏"), pk=row.pk, facts=facts(), reason="名字写错")
    act = Act.objects.of(settled.school).get(kind="archive_entry")
    assert (act.mentor_id, act.held_on) == (settled.staff["王敏"].pk, TODAY)
    keep(settled, "李慧", "班会上主持")
    assert Act.objects.of(settled.school).filter(kind="archive_entry").count() == 1


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"text": "  "}, "写下要记的内容"),
        ({"text": "长" * 10_000}, "最多 1000 个字"),
        ({"happened_on": days_ago(-1)}, "以后"),
        ({"happened_on": dt.date(1926, 11, 1)}, "年份"),
        ({"section": "grades"}, "没有开这个栏目"),
        ({"seen_by": "own"}, "谁可以看"),
        ({"seen_by": "everybody"}, "谁可以看"),
        ({"files": [drawn()] * 7}, "最多 6 个文件"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(world: World, said: dict[str, object], words: str) -> None:
    with pytest.raises(TaoliError, match=words):
        keep(world, **said)  # type: ignore[arg-type]
    assert not GrowthEntry.objects.of(world.school).exists()
    assert not EntryFile.objects.of(world.school).exists()


@pytest.mark.parametrize("name", ["赵国栋", "孙悦", "钱程", "吴考", "何静", "郑明"])
def test_others_write_nothing(world: World, name: str) -> None:
    with pytest.raises(TaoliError):
        keep(world, name)


def test_nobody_writes_for_another_school_or_nobody(world: World) -> None:
    assert world.stranger is not None
    for pk in (world.stranger.pk, uuid.uuid4()):
        with pytest.raises(TaoliError):
            add_entry(by=world.actor("王敏"), student_id=pk, facts=facts())


def test_a_family_adds_where_the_school_lets_it_and_always_for_all(world: World) -> None:
    row = keep(world, "林母", "周末学会了做饭", section="habits", seen_by="own")
    assert (row.by_kind, row.seen_by) == ("guardian", "family")
    assert "李慧" in readers(world)
    change_settings(by=world.office, sections=["habits"], family_reads=True, family_writes=False, edit=0)
    with pytest.raises(TaoliError, match="没有开放家长添加"):
        keep(world, "林母", section="habits")


def test_only_its_writer_changes_it(world: World) -> None:
    row = keep(world)
    for name in ("李慧", "林子涵", "林母", "孙悦"):
        with pytest.raises(TaoliError):
            withdraw_entry(by=world.actor(name), pk=row.pk)
