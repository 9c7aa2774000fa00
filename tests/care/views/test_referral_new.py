import pytest

from taoli.care.models import Referral
from taoli.notifications.models import Notice
from tests.care.counselling import WHY, referred, sent
from tests.world import World

URL = "/care/referrals/new/"
SAID = {
    "urgency": "2_soon",
    "reason": WHY,
    "student_consent": "given",
    "guardian_consent": "given",
    "consent_by": "林母",
    "consent_on": "2026-11-20",
}


def test_a_referral_is_kept_once_and_sealed(world: World) -> None:
    client, form = world.client("王敏"), sent(**SAID)
    url = f"{URL}?student={world.students['林子涵'].pk}"
    assert "林子涵" in client.get(url).content.decode()
    for _each in range(2):
        assert client.post(url, form).status_code == 302
    row = Referral.objects.of(world.school).get()
    assert (row.state, row.urgency) == ("asked", "2_soon")
    assert WHY not in row.reason


def test_the_counsellors_are_told_without_a_name(world: World) -> None:
    world.client("王敏").post(URL, sent(name="林子涵", **SAID))
    notice = Notice.objects.of(world.school).get(kind="referral_asked")
    assert notice.receiver_id == world.staff["何静"].pk
    assert notice.params == {}


def test_the_numbers_and_the_way_to_report_harm_stand_above_the_form(world: World) -> None:
    page = world.client("王敏").get(URL).content.decode()
    assert 'href="tel:110"' in page
    assert "/care/harm/new/" in page


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"reason": " "}, "必填"),
        ({"student_consent": "refused"}, "为什么仍要转介"),
        ({"guardian_consent": "not_asked"}, "为什么仍要转介"),
        ({"consent_by": ""}, "谁、哪一天"),
        ({"consent_on": "2026-12-01"}, "日期"),
        ({"name": "没有这个人"}, "没有这个名字"),
        ({"name": "孙浩然"}, ""),
    ],
)
def test_bad_input_is_refused_with_a_sentence_and_nothing_is_kept(
    world: World, change: dict[str, str], words: str
) -> None:
    answer = world.client("王敏").post(URL, sent(**{"name": "林子涵", **SAID, **change}))
    assert answer.status_code == 200
    page = answer.content.decode()
    assert words in page
    assert not Referral.objects.of(world.school).exists()


def test_in_danger_nobody_need_be_asked_but_the_reason_is(world: World) -> None:
    form = {**SAID, "student_consent": "not_asked", "guardian_consent": "not_asked", "consent_by": "", "consent_on": ""}
    client = world.client("王敏")
    assert client.post(URL, sent(name="林子涵", **form)).status_code == 200
    assert client.post(URL, sent(name="林子涵", **form, without="家长可能就是原因")).status_code == 302
    assert "家长" not in Referral.objects.of(world.school).get().without


def test_the_same_adult_refers_once_and_another_adult_learns_nothing_of_it(world: World) -> None:
    referred(world)
    again = world.client("王敏").post(URL, sent(name="林子涵", **SAID))
    assert "已经转介过" in again.content.decode()
    assert world.client("李慧").post(URL, sent(name="林子涵", **SAID)).status_code == 302
    assert Referral.objects.of(world.school).count() == 2


def test_two_students_of_one_name_are_told_apart_by_their_class(world: World) -> None:
    twin = world.students["吴桐"]
    twin.name = "林子涵"
    twin.save()
    client = world.client("何静")
    assert "把班级也写上" in client.post(URL, sent(name="林子涵", **SAID)).content.decode()
    assert client.post(URL, sent(name="林子涵", room="高二(1)班", **SAID)).status_code == 302


def test_a_student_beyond_reach_is_not_found(world: World) -> None:
    assert world.stranger is not None
    for pk in (world.students["孙浩然"].pk, world.stranger.pk):
        assert world.client("王敏").get(f"{URL}?student={pk}").status_code == 404


@pytest.mark.parametrize("name", ["吴考", "郑明", "林子涵", "林母"])
def test_only_who_works_with_students_refers(world: World, name: str) -> None:
    assert world.client(name).get(URL).status_code == 403
