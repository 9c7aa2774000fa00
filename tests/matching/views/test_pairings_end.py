from taoli.matching.models import Pairing, YearChange
from tests.world import World

URL = "/matching/year/end/"


def test_a_grade_ends_at_once_after_a_dry_run(going: World) -> None:
    client = going.client("孙悦")
    data = {"grade": str(going.grades["高一"].pk), "way": "graduated", "on": "2026-11-23"}
    assert "5 段结对（3 位导师）结束" in client.get(URL, data).content.decode()
    assert Pairing.objects.of(going.school).filter(ends=None).count() == 6
    assert client.post(URL, data).status_code == 302
    (left,) = Pairing.objects.of(going.school).filter(ends=None)
    assert left.student_id == going.students["吴桐"].pk
    assert "没有符合条件的人" in client.post(URL, data).content.decode()


def test_all_go_on_in_one_go(going: World) -> None:
    data = {"grade": "all", "way": "reconfirm", "on": "2026-11-23"}
    assert going.client("孙悦").post(URL, data).status_code == 302
    assert Pairing.objects.of(going.school).filter(ends=None).count() == 6
    assert len(YearChange.objects.of(going.school).get().shifts) == 6
