from taoli.duties.queries import act_facts, cell_facts, coverage
from taoli.duties.services import add_acts
from tests.duties.school import did
from tests.world import World


def rows(world: World, name: str, duty: str) -> list[tuple[str, int, int, int, int]]:
    return [
        (row.grade, row.cells, row.met, row.period_cells, row.period_met)
        for row in coverage(world.actor(name), world.term)
        if row.duty == duty
    ]


def test_coverage_counts_what_has_begun_by_requirement_and_grade(settled: World) -> None:
    add_acts(by=settled.office, acts=did(settled, "王敏", "林子涵", "周一诺"))
    assert rows(settled, "孙悦", "individual") == [("高一", 15, 2, 5, 2), ("高二", 3, 0, 1, 0)]


def test_a_grade_lead_sees_the_own_grade_and_a_mentor_the_own_part(settled: World) -> None:
    add_acts(by=settled.office, acts=did(settled, "王敏", "林子涵"))
    assert rows(settled, "赵国栋", "individual") == [("高一", 15, 1, 5, 1)]
    assert rows(settled, "王敏", "individual") == [("高一", 9, 1, 3, 1)]


def test_who_has_no_part_in_it_sees_nothing(settled: World) -> None:
    for name in ("吴考", "郑明", "李慧", "林子涵"):
        assert coverage(settled.actor(name), settled.term) == []


def test_requirements_stand_in_the_schemes_order_with_its_words(settled: World) -> None:
    found = coverage(settled.office, settled.term)
    labels = list(dict.fromkeys(row.label for row in found))
    assert labels == ["小组谈话或集体指导", "个别指导", "与家长沟通", "导师工作实施方案"]
    assert {row.grade_id for row in found if row.duty == "work_plan"} == {None}


def test_the_share_is_that_of_the_running_period(settled: World) -> None:
    add_acts(by=settled.office, acts=did(settled, "王敏", "林子涵", "周一诺"))
    shares = {(row.duty, row.grade): row.share for row in coverage(settled.office, settled.term)}
    assert shares["individual", "高一"] == 40
    assert shares["individual", "高二"] == 0


def test_without_a_scheme_there_is_no_coverage(world: World) -> None:
    assert coverage(world.office, world.term) == []


def test_acts_and_cells_come_back_as_the_engine_knows_them(settled: World) -> None:
    talk = did(settled, "王敏", "林子涵", "周一诺")
    add_acts(by=settled.office, acts=talk)
    coverage(settled.office, settled.term)
    fact = act_facts(settled.school.pk, settled.term)
    assert [(one.id, len(one.student_ids), one.one_to_one) for one in fact] == [(str(talk[0].occasion), 2, False)]
    met = [cell for cell in cell_facts(settled.school.pk, settled.term) if cell.state == "met"]
    assert {(cell.duty_key, cell.act_ids) for cell in met} == {("individual", (str(talk[0].occasion),))}
    assert all(cell.pairing_id for cell in met)
