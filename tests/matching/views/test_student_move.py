from taoli.matching.models import Pairing
from taoli.roster.models import Student
from tests.matching.year import live
from tests.world import World

URL = "/matching/year/students/"


def test_a_pause_ends_the_pairing_and_the_return_asks_the_former_mentor_first(going: World) -> None:
    client = going.client("孙悦")
    out = {"student": "S001", "way": "suspended", "on": "2026-11-20"}
    assert "2026-11-20 是林子涵" in client.get(URL, out).content.decode()
    assert Pairing.objects.of(going.school).filter(student=going.students["林子涵"], ends=None).exists()
    assert client.post(URL, out).status_code == 302
    assert Student.objects.of(going.school).get(number="S001").left_on is not None
    back = {"student": "林子涵", "way": "back", "on": "2026-11-23"}
    page = client.get(URL, back).content.decode()
    assert "原来的导师" in page
    data = back | {f"mentor_{going.students['林子涵'].pk}": str(going.staff["王敏"].pk)}
    assert client.post(URL, data).status_code == 302
    assert live(going, "林子涵").mentor_id == going.staff["王敏"].pk


def test_nobody_and_a_day_to_come_are_sentences(going: World) -> None:
    client = going.client("孙悦")
    unknown = {"student": "S999", "way": "died", "on": "2026-11-20"}
    assert "没有找到" in client.get(URL, unknown).content.decode()
    later = {"student": "S001", "way": "transferred_out", "on": "2026-12-20"}
    assert "最后一天不能晚于今天" in client.post(URL, later).content.decode()
    assert live(going, "林子涵").ends is None


def test_two_of_one_name_are_told_apart_by_the_number(going: World) -> None:
    room = going.classes["高一(2)班"]
    Student.objects.create(school=going.school, number="S100", name="林子涵", school_class=room)
    page = going.client("孙悦").get(URL, {"student": "林子涵", "way": "died", "on": "2026-11-20"}).content.decode()
    assert "请写学号" in page
