from tests.documents.official.people import data, read
from tests.world import World


def test_what_the_group_did_and_a_place_for_each_signature(worked: World) -> None:
    found = data(worked, "monthly_group", name="朝阳组")
    (month,) = found["months"]
    assert (found["mentor"], month["month"], len(month["lines"])) == ("王敏", "2026年10月", 1)
    assert [row["student"] for row in month["members"]] == ["林子涵", "周一诺"]


def test_of_a_mixed_group_a_mentor_gets_the_own_students(worked: World) -> None:
    (sheet,) = read(worked, "monthly_group", "王敏", "春笋组", "远山组")
    assert (sheet.data["count"], sheet.data["notes"]) == ("1 人", ["本学期暂无小组记录。"])
