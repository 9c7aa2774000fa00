import pytest

from taoli.archive.models import Exam
from tests.archive.examining import examine, url
from tests.archive.growing import sent
from tests.world import World


def test_an_exam_is_completed_released_held_and_opened_again(world: World) -> None:
    exam, client = examine(world, {"林子涵": ("88", "90")}), world.client("孙悦")
    seen = []
    for edit, do in enumerate(("publish", "release", "hold", "reopen", "withdraw", "reopen"), 1):
        client.post(url(exam, "move/"), sent(do=do, edit=edit))
        row = Exam.objects.of(world.school).get()
        seen.append((row.state, row.released))
    assert seen == [
        ("published", False),
        ("published", True),
        ("published", False),
        ("draft", False),
        ("withdrawn", False),
        ("draft", False),
    ]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"do": "publish", "edit": "7"}, "刚被别人改过"),
        ({"do": "publish", "edit": "x"}, "刚被别人改过"),
        ({"do": "dance", "edit": "1"}, "请从列出的选"),
        ({"do": "release", "edit": "1"}, "请先确认成绩已经齐了"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_changes(world: World, said: dict[str, str], words: str) -> None:
    exam = examine(world, {"林子涵": ("88", "90")})
    page = world.client("孙悦").post(url(exam, "move/"), said, follow=True).content.decode()
    assert words in page
    assert Exam.objects.of(world.school).get().state == "draft"


@pytest.mark.parametrize(("name", "code"), [("王敏", 403), ("李慧", 403), ("林母", 403), ("赵国栋", 302)])
def test_office_and_grade_lead_move_exams(world: World, name: str, code: int) -> None:
    exam = examine(world, {"林子涵": ("88", "90")})
    assert world.client(name).post(url(exam, "move/"), {"do": "publish", "edit": 1}).status_code == code
