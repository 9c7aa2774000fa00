from taoli.documents.official.appointment_letter.sheets import sheet_of
from taoli.matching.models import Pairing
from tests.documents.official.school_forms import data, queries, sheets, staff
from tests.world import World


def test_a_letter_names_the_students_and_one_without_students_is_appointed_too(settled: World) -> None:
    found = data(settled, "appointment_letter", "钱程", *staff(settled, "王敏"))
    assert found["task"] == "，指导学生 3 名"
    assert found["students"] == "学生：高一(1)班 林子涵、周一诺；高一(2)班 赵思源。"
    alone = data(settled, "appointment_letter", "孙悦", *staff(settled, "何静"))
    assert (alone["mentor"], alone["task"], alone["students"]) == ("何静", "", "")


def test_so_many_students_that_the_page_would_be_too_small_are_counted_by_class(settled: World) -> None:
    own = list(Pairing.objects.of(settled.school).filter(mentor=settled.staff["王敏"])) * 5
    assert sheet_of(settled.staff["王敏"], own).data["students"] == "学生：高一(1)班 10 名、高一(2)班 5 名。"


def test_nobody_prints_a_letter_for_others_but_the_office(settled: World) -> None:
    three = staff(settled, "王敏", "李慧", "陈立")
    assert sheets(settled, "appointment_letter", "赵国栋", *three) == []
    assert len(sheets(settled, "appointment_letter", "孙悦", *three)) == 3
    assert queries(settled, "appointment_letter", "孙悦", *three) == queries(
        settled, "appointment_letter", "孙悦", three[0]
    )
