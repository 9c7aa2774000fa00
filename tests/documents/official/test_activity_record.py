from tests.documents.official.people import data
from tests.world import World


def test_an_activity_with_two_is_one_record_with_both_names(worked: World) -> None:
    (one,) = data(worked, "activity_record", name="王敏")["activities"]
    assert (one["mentor"], one["theme"], one["people"]) == ("王敏", "图书角值日", "林子涵、周一诺")
    assert "林子涵、周一诺" in one["said"]


def test_without_activities_the_form_is_there_for_the_pen(worked: World) -> None:
    (one,) = data(worked, "activity_record", "孙悦", "陈立")["activities"]
    assert (one["mentor"], one["theme"]) == ("陈立", "")
