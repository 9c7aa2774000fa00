from tests.documents.official.people import data
from tests.world import World


def test_a_visit_says_when_how_and_its_sentence(worked: World) -> None:
    (visit,) = data(worked, "visit_record")["visits"]
    assert (visit["on"], visit["visited"], visit["mentor"]) == ("11月3日 周二", "入户", "王敏")
    assert "林子涵" in visit["said"]


def test_a_family_that_would_rather_not_is_exempt(worked: World) -> None:
    found = data(worked, "visit_record", name="周一诺")
    assert found["notes"] == ["家长 2026年9月14日 表示本次不方便家访，按免访处理。"]
    assert [one["said"] for one in found["visits"]] == [""]
