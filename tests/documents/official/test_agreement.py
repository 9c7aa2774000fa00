from taoli.matching import services
from tests.documents.official.school_forms import data, queries, sheets, students
from tests.matching.published import published_round
from tests.world import World


def test_each_student_gets_the_words_and_sides_of_the_round(world: World) -> None:
    choice = published_round(world)
    services.set_agreement_text(by=world.office, round_id=choice.pk, text="一、按时见面。\n\n二、互相尊重。")
    found = data(world, "agreement", "王敏", *students(world, "林子涵"))
    assert (found["mentor"], found["student"], found["room"]) == ("王敏", "林子涵", "高一(1)班")
    assert found["clauses"] == ["一、按时见面。", "二、互相尊重。"]
    assert [one["side"] for one in found["sides"]] == ["导师", "学生", "家长"]


def test_without_a_round_our_own_words_stand_there(settled: World) -> None:
    found = data(settled, "agreement", "李慧", *students(settled, "林子涵"))
    assert [one["side"] for one in found["sides"]] == ["导师", "学生"]
    assert any("德育处" in one for one in found["clauses"])


def test_no_further_than_the_reader_and_always_as_many_statements(settled: World) -> None:
    three = students(settled, "林子涵", "周一诺", "吴桐")
    assert [one.about for one in sheets(settled, "agreement", "王敏", *three)] == three[:2]
    assert queries(settled, "agreement", "孙悦", *three) == queries(settled, "agreement", "孙悦", three[0])
