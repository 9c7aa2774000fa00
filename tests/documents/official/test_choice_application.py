from tests.documents.official.school_forms import data, queries, sheets, students
from tests.matching.published import published_round
from tests.world import World


def test_only_the_student_gets_the_wishes(world: World) -> None:
    published_round(world)
    own = data(world, "choice_application", "林子涵", *students(world, "林子涵"))
    assert (own["student"], own["room"], own["number"]) == ("林子涵", "高一(1)班", "S001")
    first = own["wishes"][0]
    assert (first["rank"], first["mentor"], first["subject"]) == ("第一志愿", "王敏", "语文")
    for who in ("孙悦", "李慧", "赵国栋"):
        blank = data(world, "choice_application", who, *students(world, "林子涵"))
        assert "王敏" not in str(blank)
        assert [one["rank"] for one in blank["wishes"]] == [one["rank"] for one in own["wishes"]]


def test_without_a_round_it_has_three_lines_for_the_pen(world: World) -> None:
    found = data(world, "choice_application", "李慧", *students(world, "林子涵"))
    assert found["wishes"] == [{"rank": "第一志愿"}, {"rank": "第二志愿"}, {"rank": "第三志愿"}]


def test_other_students_give_nothing(world: World) -> None:
    three = students(world, "林子涵", "周一诺", "吴桐")
    assert [one.about for one in sheets(world, "choice_application", "林子涵", *three)] == three[:1]
    assert [one.about for one in sheets(world, "choice_application", "李慧", *three)] == three[:2]
    assert queries(world, "choice_application", "孙悦", *three) == queries(
        world, "choice_application", "孙悦", three[0]
    )
