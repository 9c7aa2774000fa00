from taoli.matching.models import YearChange
from tests.matching.year import live
from tests.world import World


def test_it_is_taken_back_once(going: World, stopped: YearChange) -> None:
    client, url = going.client("孙悦"), f"/matching/year/changes/{stopped.pk}/undo/"
    assert "恢复原样" in client.post(url, follow=True).content.decode()
    assert live(going, "林子涵").mentor_id == going.staff["王敏"].pk
    assert "已经不能再撤回了" in client.post(url, follow=True).content.decode()


def test_another_schools_change_is_not_found(going: World) -> None:
    other = YearChange.objects.create(school=going.other, kind="ended", starts="2026-11-01", at="2026-11-01T00:00Z")
    assert going.client("孙悦").post(f"/matching/year/changes/{other.pk}/undo/").status_code == 404
