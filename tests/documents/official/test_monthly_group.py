from tests.documents.official.people import data, read
from tests.guidance.writing import write
from tests.world import World


def test_what_the_group_did_and_a_place_for_each_signature(worked: World) -> None:
    found = data(worked, "monthly_group", name="朝阳组")
    (month,) = found["months"]
    assert (month["mentor"], month["month"], len(month["lines"])) == ("王敏", "2026年10月", 1)
    assert [row["student"] for row in month["members"]] == ["林子涵", "周一诺"]


def test_of_a_mixed_group_a_mentor_gets_the_own_students(worked: World) -> None:
    write(worked, "王敏", "赵思源", kind="group_activity")
    write(worked, "赵国栋", "钱多多", kind="group_activity")
    (sheet,) = read(worked, "monthly_group", "王敏", "春笋组", "远山组")
    (month,) = sheet.data["months"]
    assert (month["count"], [row["student"] for row in month["members"]]) == ("1 人", ["赵思源"])


def test_a_group_without_records_says_so(worked: World) -> None:
    assert data(worked, "monthly_group", name="春笋组")["notes"] == ["春笋组本学期暂无小组记录。"]
