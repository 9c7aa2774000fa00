from taoli.schemes.models import SchemeVersion
from tests.documents.official.people import data
from tests.world import World


def test_the_students_what_is_asked_and_the_months(worked: World) -> None:
    found = data(worked, "work_plan", name="王敏")
    assert len(found["mentees"]) == 3
    assert found["duties"][0]["text"].endswith("。")
    assert [row["month"] for row in found["months"]] == [
        *("2026年9月", "2026年10月", "2026年11月", "2026年12月", "2027年1月")
    ]


def test_without_a_scheme_nothing_is_asked(world: World) -> None:
    assert not SchemeVersion.objects.of(world.school).exists()
    assert data(world, "work_plan", name="王敏")["duties"] == []
