import pytest

from taoli.care.models import CareCase, CaseStep
from tests.care.caring import WORRY, sent
from tests.world import World


def url(world: World, student: str = "林子涵") -> str:
    return f"/care/students/{world.students[student].pk}/raise/"


def test_four_taps_from_a_student_and_the_writer_knows_who_reads_it(world: World) -> None:
    client = world.client("王敏")
    page = client.get(url(world)).content.decode()
    assert "能看到的人" in page or "可以看到" in page
    assert "导师王敏" in page
    form = sent(seriousness="serious", reason=WORRY, proposed="")
    answer = client.post(f"{url(world)}?from=record", form)
    case = CareCase.objects.of(world.school).get()
    assert answer["Location"] == f"/care/cases/{case.pk}/"
    assert CaseStep.objects.of(world.school).get().source == "record"
    assert client.post(f"{url(world)}?from=record", form)["Location"] == answer["Location"]
    assert CaseStep.objects.of(world.school).count() == 1


def test_without_words_nothing_is_lost_and_nothing_written(world: World) -> None:
    page = world.client("王敏").post(url(world), sent(reason=WORRY, proposed="")).content.decode()
    assert WORRY in page
    page = world.client("王敏").post(url(world), sent(reason="  ", seriousness="watch")).content.decode()
    assert "errors" in page or "error" in page
    assert not CareCase.objects.of(world.school).exists()


@pytest.mark.parametrize(("name", "student"), [("王敏", "吴桐"), ("李慧", "钱多多"), ("赵国栋", "吴桐")])
def test_a_student_one_does_not_work_with_is_not_found(world: World, name: str, student: str) -> None:
    assert world.client(name).get(url(world, student)).status_code == 404


def test_another_schools_student_is_not_found(world: World) -> None:
    assert world.stranger is not None
    assert world.client("孙悦").get(f"/care/students/{world.stranger.pk}/raise/").status_code == 404


def test_a_student_who_leaves_meanwhile_is_said_in_words(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    student = world.students["林子涵"]
    monkeypatch.setattr("taoli.care.views.case_raise.get_student", lambda _actor, _pk: student)
    type(student).objects.of(world.school).filter(pk=student.pk).update(left_on="2026-11-20")
    page = world.client("王敏").post(url(world), sent(seriousness="watch", reason=WORRY)).content.decode()
    assert "已离校" in page
    assert WORRY in page
