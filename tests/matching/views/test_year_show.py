import uuid

from taoli.matching.models import YearChange
from tests.world import World


def test_each_student_with_both_mentors_and_what_to_print(going: World, stopped: YearChange) -> None:
    page = going.client("孙悦").get(f"/matching/year/changes/{stopped.pk}/").content.decode()
    assert "林子涵" in page
    assert "家长多次反映" in page
    assert f"/matching/year/changes/{stopped.pk}/letters/" in page
    assert f"/matching/year/changes/{stopped.pk}/undo/" in page


def test_an_unknown_change_and_another_schools_are_not_found(going: World) -> None:
    other = YearChange.objects.create(school=going.other, kind="ended", starts="2026-11-01", at="2026-11-01T00:00Z")
    for pk in (uuid.uuid4(), other.pk):
        assert going.client("孙悦").get(f"/matching/year/changes/{pk}/").status_code == 404
