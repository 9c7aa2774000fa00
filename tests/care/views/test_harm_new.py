import datetime as dt

import pytest

from taoli.care.models import HarmConcerned, HarmReader, HarmReport, HarmStep
from taoli.common import clock
from taoli.notifications.models import Notice
from taoli.roster.models import SchoolNumbers, Staff
from tests.care.counselling import SEEN, harmed, sent
from tests.world import World

URL = "/care/harm/new/"
SAID = {"name": "林子涵", "day": "2026-11-23", "time": "08:00", "kinds": ["family"], "seen": SEEN}
FEW = ["何静", "孙悦", "钱程"]


def readers(world: World) -> list[str]:
    rows = HarmReader.objects.of(world.school).exclude(office=HarmReader.As.REPORTER)
    return sorted(rows.values_list("staff__name", flat=True))


def told(world: World) -> list[str]:
    ids = Notice.objects.of(world.school).filter(kind="harm_told").values_list("receiver_id", flat=True)
    return sorted(Staff.objects.of(world.school).filter(pk__in=ids).values_list("name", flat=True))


def test_the_numbers_stand_first(world: World) -> None:
    page = world.client("王敏").get(URL).content.decode()
    for number in ("110", "12345", "12355"):
        assert page.index(f'href="tel:{number}"') < page.index('name="seen"')
    SchoolNumbers.objects.create(school=world.school, bureau="芳洲区教育局 0000-3110")
    assert "0000-3110" in world.client("王敏").get(URL).content.decode()


def test_a_report_is_kept_once_sealed_and_the_few_are_told_without_a_word(world: World) -> None:
    client, form = world.client("王敏"), sent(**SAID)
    for _each in range(2):
        assert client.post(URL, form).status_code == 302
    row = HarmReport.objects.of(world.school).get()
    assert SEEN not in row.seen
    assert readers(world) == FEW
    assert told(world) == FEW
    notice = Notice.objects.of(world.school).filter(kind="harm_told").first()
    assert notice is not None
    assert (notice.params, notice.due_at) == ({}, notice.made_at)


@pytest.mark.parametrize("name", ["钱程", "孙悦", "何静"])
def test_it_goes_round_a_leader_whom_it_concerns(world: World, name: str) -> None:
    world.client("王敏").post(URL, sent(**{**SAID, "kinds": ["staff"], "staff": name}))
    assert readers(world) == [one for one in FEW if one != name]
    assert told(world) == [one for one in FEW if one != name]


def test_if_all_of_the_few_are_concerned_nobody_is_told_and_the_page_says_to_call(world: World) -> None:
    form = sent(**{**SAID, "kinds": ["staff"], "staff": "钱程 孙悦、何静"})
    page = world.client("王敏").post(URL, form, follow=True).content.decode()
    assert "学校里没有告诉任何人" in page
    assert "/print/" in page
    assert told(world) == []
    assert HarmReport.objects.of(world.school).get().untold


def test_a_colleague_whom_one_cannot_name_may_be_anybody_so_nobody_is_told(world: World) -> None:
    world.client("王敏").post(URL, sent(**{**SAID, "kinds": ["unknown"]}))
    assert told(world) == []
    assert HarmReport.objects.of(world.school).get().untold


def test_a_colleague_who_is_the_guardian_is_concerned_too(world: World) -> None:
    guardian = world.guardians["林母"]
    Staff.objects.of(world.school).filter(name="孙悦").update(phone=guardian.phone)
    world.client("王敏").post(URL, sent(**SAID))
    assert readers(world) == ["何静", "钱程"]


def test_a_colleague_named_as_somebody_else_is_concerned_too(world: World) -> None:
    world.client("王敏").post(URL, sent(**{**SAID, "kinds": ["outside"], "others": "孙悦"}))
    assert readers(world) == ["何静", "钱程"]
    assert not any("孙悦" in one for one in HarmConcerned.objects.of(world.school).values_list("name", flat=True))


def test_calls_made_already_are_written_down_with_who_took_them(world: World) -> None:
    client = world.client("王敏")
    form = {**SAID, "called": ["police"]}
    assert "谁接的" in client.post(URL, sent(**form)).content.decode()
    client.post(URL, sent(**form, whom="东湖派出所 警号 0123", number="2026-118"))
    step = HarmStep.objects.of(world.school).get()
    assert step.kind == "police"
    assert "0123" not in step.whom


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"kinds": []}, "涉及谁"),
        ({"kinds": ["staff"]}, "同事的姓名"),
        ({"kinds": ["staff"], "staff": "查无此人"}, "查无此人"),
        ({"kinds": ["staff"], "staff": "王敏"}, "不能写自己"),
        ({"kinds": ["nonsense"]}, "nonsense"),
        ({"seen": " "}, "必填"),
        ({"day": "2026-11-24"}, "还没有到"),
        ({"name": "查无此人"}, "没有这个名字"),
    ],
)
def test_bad_input_is_refused_with_a_sentence_and_what_was_written_stands(
    world: World, change: dict[str, object], words: str
) -> None:
    answer = world.client("王敏").post(URL, sent(**{**SAID, **change}))
    assert answer.status_code == 200
    page = answer.content.decode()
    assert words in page
    assert "seen" in change or SEEN in page
    assert not HarmReport.objects.of(world.school).exists()
    assert not Notice.objects.of(world.school).filter(kind="harm_told").exists()


@pytest.mark.parametrize("name", ["李慧", "赵国栋", "孙悦", "钱程", "吴考", "何静", "郑明"])
def test_everybody_who_works_here_may_report(world: World, name: str) -> None:
    assert world.client(name).post(URL, sent(**SAID)).status_code == 302


def test_of_two_of_one_name_nobody_of_them_is_told(world: World) -> None:
    world.staff["陈立"].name = "孙悦"
    world.staff["陈立"].save()
    row = harmed(world, kinds=["staff"], staff="孙悦", known_at=clock.now() - dt.timedelta(days=1))
    assert HarmConcerned.objects.of(world.school).filter(report=row).count() == 2
    assert readers(world) == ["何静", "钱程"]
