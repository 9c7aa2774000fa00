from taoli.matching.models import Pairing
from tests.guidance.writing import write
from tests.matching.published import published_round
from tests.world import START, World


def get(world: World) -> str:
    answer = world.client("林子涵").get("/my-mentor/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_student_sees_the_mentor_and_what_a_mentor_does(settled: World) -> None:
    page = get(settled)
    assert "王敏" in page
    assert "个别指导 · 每月至少 1 次" in page
    assert "思想引导" in page
    assert "不随意泄露学生的个人隐私。" in page


def test_only_printed_sentences_are_shown(settled: World) -> None:
    write(settled, "王敏", "林子涵", place="办公室", private_text="只给导师看的话")
    page = get(settled)
    assert "11月23日" in page
    assert "只给导师看的话" not in page


def test_somebody_elses_records_are_not_shown(settled: World) -> None:
    write(settled, "王敏", "周一诺", theme="别人的主题")
    assert "别人的主题" not in get(settled)


def test_without_a_mentor_the_page_says_when_one_appears(settled: World) -> None:
    Pairing.objects.of(settled.school).filter(student=settled.students["林子涵"]).update(ends=START)
    assert "还没有公布导师" in get(settled)


def test_nobody_else_opens_it(settled: World) -> None:
    assert settled.client("林母").get("/my-mentor/").status_code == 403
    assert settled.client("王敏").get("/my-mentor/").status_code == 403


def test_what_a_round_asks_stands_on_the_page(world: World) -> None:
    published_round(world)
    assert "读一读你和导师的协议" in world.client("林子涵").get("/my-mentor/").content.decode()
