from taoli.engine.matching import Finding
from taoli.matching import services
from taoli.matching.models import ChoiceRound, MatchRun, Seat
from taoli.matching.phrases import finding_sentence
from taoli.matching.queries.names import names_of
from taoli.matching.queries.steps import steps
from taoli.schemes.models import SchemeVersion
from tests.matching.conftest import offer_all, publish_preset
from tests.world import World


def causes(run: MatchRun) -> list[str]:
    return [finding_sentence(Finding(one["code"], one["params"]), names_of(run)) for one in run.findings]


def test_fewer_seats_than_students_is_said_with_numbers(world: World, choice_round: ChoiceRound) -> None:
    offer_all(world, choice_round, 王敏=2, 李慧=2)
    run = services.run_round(by=world.office, round_id=choice_round.pk, seed=1)
    assert run.state == MatchRun.State.IMPOSSIBLE
    assert causes(run) == [
        "学生 6 名，名额一共只有 4 个，还差 2 个。请提高几位导师的上限，或增加导师。",
    ]
    assert Seat.objects.of(world.school).count() == 0
    choice_round.refresh_from_db()
    assert choice_round.state == ChoiceRound.State.OPEN


def test_least_numbers_above_the_students_are_said_with_numbers(world: World, assigned_round: ChoiceRound) -> None:
    offers = {world.staff["王敏"].pk: services.NewOffer(minimum=9, maximum=20)}
    services.set_offers(by=world.office, round_id=assigned_round.pk, offers=offers)
    run = services.run_round(by=world.office, round_id=assigned_round.pk, seed=1)
    assert causes(run) == [
        "各位导师的最少人数合计 9 名，而学生只有 6 名，多了 3 名。请降低几位导师的最少人数。",
    ]


def test_group_larger_than_any_mentor_takes_is_named(world: World, assigned_round: ChoiceRound) -> None:
    offer_all(world, assigned_round, 王敏=1, 李慧=1, 陈立=1, 周宁=1, 赵国栋=1, 钱程=1)
    run = services.run_round(by=world.office, round_id=assigned_round.pk, seed=1)
    assert run.state == MatchRun.State.IMPOSSIBLE
    assert causes(run)
    assert all(sentence.endswith("。") for sentence in causes(run))


def test_homeroom_teachers_get_groups_of_their_own_class_first(world: World, assigned_run: MatchRun) -> None:
    seats = {seat.student.name: seat for seat in Seat.objects.of(world.school).select_related("student", "mentor")}
    assert seats["钱多多"].mentor.name == "陈立"
    assert seats["钱多多"].reason == "assigned_homeroom"
    assert seats["吴桐"].mentor.name == "周宁"
    assert assigned_run.stats["near"] == "class"


def test_a_whole_class_goes_to_one_mentor_and_is_no_group(world: World) -> None:
    publish_preset(world, "class-mentor-2022")
    choice = services.open_round(by=world.office, name="一班一导师")
    run = services.run_round(by=world.office, round_id=choice.pk, seed=1)
    assert run.state == MatchRun.State.DRAFT
    seats = Seat.objects.of(world.school).filter(run=run).select_related("student")
    of_class: dict[object, set[object]] = {}
    for seat in seats:
        of_class.setdefault(seat.student.school_class_id, set()).add(seat.mentor_id)
    assert [len(mentors) for mentors in of_class.values()] == [1, 1, 1]
    assert len({mentor for mentors in of_class.values() for mentor in mentors}) == 3
    assert {seat.group_id for seat in seats} == {None}
    student = world.students["林子涵"]
    there = next(one for one in world.staff.values() if one.pk not in {seat.mentor_id for seat in seats})
    moved = services.move_seat(
        by=world.office,
        run_id=run.pk,
        student_id=student.pk,
        mentor_id=there.pk,
        reason="班级商定",
        edit=run.edit,
        override=True,
    )
    assert moved == 3


def test_same_facts_and_draw_give_the_same_result(world: World, fair_run: MatchRun, choice_round: ChoiceRound) -> None:
    again = services.run_round(by=world.office, round_id=choice_round.pk, seed=7)
    assert again.input_hash == fair_run.input_hash
    place = {"student_id", "mentor_id"}
    rows = [set(Seat.objects.of(world.school).filter(run=run).values_list(*sorted(place))) for run in (fair_run, again)]
    assert rows[0] == rows[1]


def test_run_closes_the_steps_before_it_and_is_computed_once(world: World, fair_run: MatchRun) -> None:
    assert [row.state for row in steps(fair_run.round)] == ["done", "done", "done", "now", "next"]
    again = services.finish_run(by=world.office, run_id=fair_run.pk)
    assert again.state == MatchRun.State.DRAFT
    assert Seat.objects.of(world.school).count() == 6


def test_absent_mentors_get_nobody(world: World, taigu: SchemeVersion) -> None:
    choice = services.open_round(by=world.office, name="只有两位", unit="student")
    offer_all(world, choice, 王敏=5, 周宁=5)
    run = services.run_round(by=world.office, round_id=choice.pk, seed=1)
    assert run.state == MatchRun.State.DRAFT
    mentors = set(Seat.objects.of(world.school).values_list("mentor__name", flat=True))
    assert mentors == {"王敏", "周宁"}
