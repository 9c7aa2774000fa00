from taoli.evaluation.models import Survey
from taoli.evaluation.queries import population as asked
from taoli.evaluation.queries.population import COLLEAGUES, Holder, population
from taoli.roster.models import SchoolClass, Staff
from tests.evaluation.asking import prepared
from tests.world import World


def of(world: World, key: str) -> dict[str, list[str]]:
    """Name of whoever is asked → names of the mentors asked about."""
    survey = prepared(world, key)
    names = {str(pk): name for pk, name in Staff.objects.of(world.school).values_list("pk", "name")}
    return {names.get(str(one.id), str(one.id)): [names[pk] for pk in one.about] for one in _ask(survey)}


def _ask(survey: Survey) -> list[Holder]:
    return population(Survey.objects.of(survey.school_id).select_related("term").get(pk=survey.pk))


def test_colleagues_of_the_grade_judge_each_other_and_not_themselves(settled: World) -> None:
    found = of(settled, "blank-peer")
    assert all(name not in about for name, about in found.items())
    assert {name for about in found.values() for name in about} <= {"王敏", "李慧", "陈立", "周宁"}
    assert "王敏" in found["李慧"]


def test_of_many_colleagues_eight_are_drawn_for_each() -> None:
    numbers = {Staff(number=f"T{at:03}").pk: f"T{at:03}" for at in range(30)}
    me = next(iter(numbers))
    survey = Survey(source="peer", seed="777")
    about = asked._about(survey, me, numbers[me], numbers, numbers)
    assert len(about) == COLLEAGUES
    assert str(me) not in about
    assert about == asked._about(survey, me, numbers[me], dict(reversed(numbers.items())), numbers)


def test_a_homeroom_teacher_judges_the_mentors_of_the_class(settled: World) -> None:
    found = of(settled, "blank-lead_mentor")
    assert "王敏" in found["李慧"]
    assert "李慧" not in found["李慧"]
    SchoolClass.objects.of(settled.school).update(homeroom_teacher=None)
    assert of(settled, "blank-lead_mentor") == {}


def test_office_and_principal_judge_all_mentors(settled: World) -> None:
    office, leader = of(settled, "blank-office"), of(settled, "blank-leader")
    assert list(office) == ["孙悦"]
    assert list(leader) == ["钱程"]
    assert office["孙悦"] == leader["钱程"]


def test_each_mentor_judges_the_own_work(settled: World) -> None:
    found = of(settled, "blank-self")
    assert all(about == [name] for name, about in found.items())
    assert "王敏" in found


def test_on_the_whole_all_mentors_are_asked_about_nobody(settled: World) -> None:
    assert set(of(settled, "region_mentors")) == set(of(settled, "blank-self"))
    assert all(not about for about in of(settled, "region_mentors").values())
