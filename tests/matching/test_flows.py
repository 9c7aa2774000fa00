"""Schemes that work on lists and units, from opening the round to published pairings."""

import datetime as dt

import pytest

from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.matching import queries, services
from taoli.matching.models import ChoiceRound, Grouping, MatchRun, MentorOffer, Pairing, Seat
from taoli.matching.queries.rounds import round_students
from taoli.matching.queries.steps import steps
from taoli.matching.services import Ask
from taoli.roster.models import ClassStay, Group, GroupMember, Student
from taoli.schemes import services as schemes
from tests.matching.conftest import offer_all, publish_preset, wish_for
from tests.world import START, TODAY, World

BALANCE = ("gender", "layer")


def publish_352(world: World) -> None:
    draft = schemes.adopt(by=world.office, preset_key="primary-352", scoring="coverage")
    values = {"capacity.mentor.min": 0, "capacity.mentor.max": 10}
    draft = schemes.set_values(by=world.office, pk=draft.pk, changes=values, edit=draft.edit)
    schemes.publish(by=world.office, pk=draft.pk, in_force_from=START)


def fill_class(world: World, room: str, count: int) -> list[Student]:
    """More students of a class, by turns girls and boys, three layers as 3:5:2."""
    found = []
    for place in range(count):
        student = Student.objects.create(
            school=world.school,
            number=f"F{room}{place:02}",
            name=f"同学{room[-3]}{place:02}",
            school_class=world.classes[room],
            gender="mf"[place % 2],
            layer="上上上中中中中中下下"[place % 10],
        )
        ClassStay.objects.create(school=world.school, student=student, school_class=world.classes[room], starts=START)
        found.append(student)
    return found


def opened(world: World, name: str, **arguments: object) -> ChoiceRound:
    return services.open_round(by=world.office, name=name, **arguments)  # type: ignore[arg-type]


def states(choice: ChoiceRound) -> list[str]:
    return [row.state for row in steps(choice)]


def group_all(world: World, choice: ChoiceRound, by: dict[str, Actor] | None = None) -> None:
    for name, room in world.classes.items():
        who = (by or {}).get(name, world.office)
        row = services.draft_groups(by=who, round_id=choice.pk, room_id=room.pk, ask=Ask(size=5, balance=BALANCE))
        services.accept_groups(by=who, pk=row.pk, edit=row.edit)


def members(group: Group) -> set[str]:
    live = GroupMember.objects.of(group.school_id).filter(group=group, ends=None)
    return set(live.values_list("student__name", flat=True))


def test_352_groups_are_formed_claimed_placed_and_published(world: World) -> None:
    publish_352(world)
    for room in world.classes:
        fill_class(world, room, 10)
    choice = opened(world, "责任教师认领")
    offer_all(world, choice, 王敏=12, 李慧=12, 陈立=24, 周宁=24)
    assert [row.kind for row in steps(choice)] == ["group_students", "claim_groups", "confirm"]
    group_all(world, choice, {"高一(1)班": world.actor("李慧")})
    services.set_step(by=world.office, round_id=choice.pk, kind="group_students", done=True)
    first = world.classes["高一(1)班"]
    groups = list(Group.objects.of(world.school).filter(school_class=first, closed_on=None).order_by("name"))
    assert [one.name for one in groups] == ["第1组", "第2组", "第3组"]
    sizes = [len(members(one)) for one in groups]
    assert sum(sizes) == 13
    assert max(sizes) - min(sizes) <= 1
    wang = world.staff["王敏"]
    claimed = services.claim_groups(
        by=world.actor("王敏"), round_id=choice.pk, mentor_id=wang.pk, group_ids=[groups[1].pk]
    )
    assert claimed == 1
    lost = Group.objects.of(world.school).get(name="朝阳组")
    assert lost.closed_on == TODAY
    services.set_step(by=world.office, round_id=choice.pk, kind="claim_groups", done=True)
    run = services.run_round(by=world.office, round_id=choice.pk, seed=7)
    assert (run.mode, run.state) == ("assigned", MatchRun.State.DRAFT)
    assert states(choice) == ["done", "done", "now"]
    held = Seat.objects.of(world.school).filter(run=run, group=groups[1])
    assert set(held.values_list("mentor__name", flat=True)) == {"王敏"}
    assert held.count() == sizes[1]
    services.publish_run(by=world.office, run_id=run.pk, starts=TODAY)
    named = services.name_own_group(by=world.actor("王敏"), group_id=groups[1].pk, name="启明星组")
    assert named.name == "启明星组"
    register = queries.register_rows(world.office, world.term)
    assert {line.mentor.name for line in register if line.group_name == "启明星组"} == {"王敏"}
    assert Pairing.objects.of(world.school).filter(ends=None).count() == 36


def test_a_dormitory_room_goes_to_one_mentor(world: World, taigu: object) -> None:
    rooms = {"301室": ("林子涵", "孙浩然"), "302室": ("周一诺", "赵思源"), "303室": ("吴桐",)}
    for name, people in rooms.items():
        room = Group.objects.create(school=world.school, kind=Group.Kind.DORMITORY, name=name)
        for one in people:
            GroupMember.objects.create(school=world.school, group=room, student=world.students[one], starts=START)
    choice = opened(world, "按宿舍", unit="dormitory")
    offer_all(world, choice, 王敏=4, 李慧=4, 陈立=4, 周宁=4)
    run = services.run_round(by=world.office, round_id=choice.pk, seed=3)
    seats = {one.student.name: one for one in Seat.objects.of(world.school).filter(run=run).select_related("student")}
    for name, people in rooms.items():
        assert len({seats[one].mentor_id for one in people}) == 1, name
    assert seats["钱多多"].group_id is None
    assert services.publish_run(by=world.office, run_id=run.pk, starts=TODAY) == 6
    pairing = Pairing.objects.of(world.school).select_related("group").get(student__name="赵思源", ends=None)
    assert pairing.group is not None
    assert pairing.group.name == "302室"


def test_only_listed_students_are_placed(world: World) -> None:
    publish_preset(world, "listed-mentees")
    choice = opened(world, "受导学生")
    kinds = [row.kind for row in steps(choice)]
    assert kinds[:5] == ["student_list", "publish_mentors", "student_choice", "headcount_sheet", "mentor_choice"]
    by, pk, people = world.office, choice.pk, world.students
    assert round_students(choice).count() == 0
    services.list_students(
        by=world.actor("李慧"), round_id=pk, reasons={people["林子涵"].pk: "数学需要帮一把", people["孙浩然"].pk: ""}
    )
    services.list_students(by=world.actor("赵国栋"), round_id=pk, reasons={people["赵思源"].pk: "新转来"})
    services.unlist_student(by=world.actor("李慧"), round_id=pk, student_id=people["孙浩然"].pk)
    with pytest.raises(TaoliError, match="其他年级"):
        services.settle_list(by=world.actor("赵国栋"), round_id=pk)
    assert services.settle_list(by=by, round_id=pk) == 2
    offer_all(world, choice, 王敏=2, 陈立=2)
    services.set_step(by=by, round_id=pk, kind="publish_mentors", done=True)
    wish_for(world, choice, {"林子涵": ("陈立",)})
    with pytest.raises(TaoliError):
        wish_for(world, choice, {"吴桐": ("陈立",)})
    for kind in ("student_choice", "headcount_sheet", "mentor_choice"):
        services.set_step(by=by, round_id=pk, kind=kind, done=True)
    run = services.run_round(by=by, round_id=pk, seed=1)
    assert (run.mode, run.state) == ("fair", MatchRun.State.DRAFT)
    assert services.publish_run(by=by, run_id=run.pk, starts=dt.date(2026, 11, 24)) == 2
    live = Pairing.objects.of(world.school).filter(ends=None)
    assert set(live.values_list("student__name", flat=True)) == {"林子涵", "赵思源"}
    assert states(choice)[-1] == "now"


def test_a_class_settles_its_mentor_among_those_whom_offices_name(world: World) -> None:
    publish_preset(world, "class-mentor-2022")
    choice = opened(world, "一班一导师")
    by, pk, staff = world.office, choice.pk, world.staff
    services.nominate(
        by=by, round_id=pk, office="moral_office", staff_ids=[staff[one].pk for one in ("王敏", "钱程", "吴考")]
    )
    services.nominate(by=by, round_id=pk, office="youth_league", staff_ids=[staff["王敏"].pk, staff["赵国栋"].pk])
    assert services.settle_mentors(by=by, round_id=pk, kind="nominate") == 4
    names = set(MentorOffer.objects.of(world.school).filter(round=choice).values_list("staff__name", flat=True))
    assert names == {"王敏", "钱程", "吴考", "赵国栋"}
    first, second = world.classes["高一(1)班"], world.classes["高一(2)班"]
    services.choose_for_class(
        by=world.actor("李慧"), round_id=pk, class_id=first.pk, mentor_id=staff["钱程"].pk, officers="班长、团支书"
    )
    services.choose_for_class(by=by, round_id=pk, class_id=second.pk, mentor_id=staff["钱程"].pk)
    services.set_step(by=by, round_id=pk, kind="class_choice", done=True)
    run = services.run_round(by=by, round_id=pk, seed=5)
    assert run.state == MatchRun.State.DRAFT
    seats = Seat.objects.of(world.school).filter(run=run).select_related("student", "mentor")
    mentor_of = {one.student.school_class_id: one.mentor.name for one in seats}
    assert sorted(mentor_of.values()).count("钱程") == 1
    assert "钱程" in {mentor_of[first.pk], mentor_of[second.pk]}
    assert len(set(mentor_of.values())) == 3
    assert services.publish_run(by=by, run_id=run.pk, starts=TODAY) == 6


def test_interest_groups_across_classes_come_from_a_workbook(world: World) -> None:
    from taoli.matching.readers.scores import Scores

    publish_preset(world, "interest-groups-2023")
    choice = opened(world, "兴趣小组")
    by, pk = world.office, choice.pk
    services.nominate(by=by, round_id=pk, office="moral_office", staff_ids=[one.pk for one in world.staff.values()])
    services.settle_mentors(by=by, round_id=pk, kind="nominate")
    told = {f"S{place:03}": "绘画组" if place % 2 else "航模组" for place in range(1, 6)}
    row = services.draft_groups(by=by, round_id=pk, room_id=pk, ask=Ask(scores=Scores(groups=told)))
    assert row.kind == Group.Kind.INTEREST_GROUP
    assert services.accept_groups(by=by, pk=row.pk, edit=row.edit) == 2
    services.set_step(by=by, round_id=pk, kind="group_students", done=True)
    run = services.run_round(by=by, round_id=pk, seed=2)
    assert run.state == MatchRun.State.DRAFT
    seats = {one.student.name: one for one in Seat.objects.of(world.school).filter(run=run).select_related("student")}
    assert seats["林子涵"].mentor_id == seats["孙浩然"].mentor_id == seats["钱多多"].mentor_id
    assert seats["吴桐"].group_id is None
    assert services.publish_run(by=by, run_id=run.pk, starts=TODAY) == 6
    assert Grouping.objects.of(world.school).get().values == {}


def test_teachers_apply_and_whoever_was_taken_is_on_offer(world: World) -> None:
    publish_preset(world, "jiujiang-tianjiabing")
    choice = opened(world, "个人申请")
    by, pk, wang = world.office, choice.pk, world.staff["王敏"]
    services.apply_as_mentor(
        by=world.actor("王敏"), round_id=pk, staff_id=wang.pk, introduction="喜欢和学生一起读书", wanted=6, edit=0
    )
    services.apply_as_mentor(by=by, round_id=pk, staff_id=world.staff["陈立"].pk, introduction="", wanted=3)
    services.answer_application(by=by, round_id=pk, staff_id=wang.pk)
    services.answer_application(by=by, round_id=pk, staff_id=world.staff["陈立"].pk, remark="请写几句自我介绍")
    assert services.settle_mentors(by=by, round_id=pk, kind="mentor_application") == 1
    offer = MentorOffer.objects.of(world.school).select_related("staff").get(round=choice)
    assert (offer.staff.name, offer.maximum, offer.staff.introduction) == ("王敏", 6, "喜欢和学生一起读书")
    assert states(choice)[:2] == ["done", "now"]
