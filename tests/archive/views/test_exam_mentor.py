import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from taoli.common.models import ViewLog
from tests.archive.examining import examine, past, published, url
from tests.world import World

FALLING = (80, 78, 82, 60)


def test_the_mentor_sees_the_own_students_with_words_and_marks_one_tap_away(world: World) -> None:
    exam = past(world, texts=FALLING)[-1]
    page = world.client("王敏").get(url(exam, "mine/")).content.decode()
    assert "比自己以往低" in page
    assert page.index("林子涵") < page.rindex("<details")
    assert "语文 60" in page
    assert "孙浩然" not in page
    assert not ViewLog.objects.of(world.school).filter(noun="archive.score").exists()


@pytest.mark.parametrize(("name", "seen"), [("李慧", ("林子涵", "周一诺")), ("孙悦", ("林子涵", "周一诺", "赵思源"))])
def test_others_see_a_mentors_students_within_their_reach_and_it_is_logged(
    world: World, name: str, seen: tuple[str, ...]
) -> None:
    exam = past(world, texts=FALLING)[-1]
    page = world.client(name).get(url(exam, f"mine/?mentor={world.staff['王敏'].pk}")).content.decode()
    assert tuple(one for one in ("林子涵", "周一诺", "赵思源", "吴桐") if one in page) == seen
    assert ViewLog.objects.of(world.school).filter(noun="archive.score").count() == 1


def test_a_mentor_does_not_see_anothers_students(world: World) -> None:
    exam = past(world, texts=FALLING)[-1]
    assert world.client("王敏").get(url(exam, f"mine/?mentor={world.staff['陈立'].pk}")).status_code == 404


def test_marks_that_are_not_complete_are_not_shown(world: World) -> None:
    exam = examine(world, {"林子涵": ("88", "90")})
    page = world.client("王敏").get(url(exam, "mine/")).content.decode()
    assert "成绩还没有齐" in page
    assert "88" not in strip_tags(page)  # an id or a token may hold the number


def test_it_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    counts = []
    for place, names in enumerate((("林子涵",), ("林子涵", "周一诺", "赵思源"))):
        exam = published(world, dict.fromkeys(names, ("88", "90")), name=f"考试{place}")
        client = world.client("王敏")
        client.get(url(exam, "mine/"))
        with CaptureQueriesContext(connection) as caught:
            client.get(url(exam, "mine/"))
        counts.append(len(caught))
    assert counts[0] == counts[1]
