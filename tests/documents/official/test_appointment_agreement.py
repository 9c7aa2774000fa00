from tests.documents.official.school_forms import data, queries, sheets, staff
from tests.world import World


def test_the_scheme_says_what_both_sides_take_on(settled: World) -> None:
    found = data(settled, "appointment_agreement", "王敏", *staff(settled, "王敏"))
    assert (found["mentor"], found["subject"], found["starts"]) == ("王敏", "语文", "2026年9月1日")
    assert found["students"] == "共 3 名：高一(1)班 林子涵、周一诺；高一(2)班 赵思源。"
    assert any("个别指导" in one and "〔" in one for one in found["duties"])
    assert any("优秀导师" in one for one in found["support"])


def test_before_a_scheme_and_students_it_can_still_be_signed(world: World) -> None:
    found = data(world, "appointment_agreement", "孙悦", *staff(world, "何静"))
    assert found["duties"] == ["按学校的实施方案执行。"]
    assert found["students"] == "签订时还没有确定，以公布的结对名单为准。"


def test_a_mentor_prints_the_own_one_only(settled: World) -> None:
    three = staff(settled, "王敏", "李慧", "陈立")
    assert [one.about for one in sheets(settled, "appointment_agreement", "王敏", *three)] == three[:1]
    assert queries(settled, "appointment_agreement", "孙悦", *three) == queries(
        settled, "appointment_agreement", "孙悦", three[0]
    )
