from taoli.common.models import ViewLog
from tests.archive.keeping import keep
from tests.documents.official.people import data
from tests.world import World


def test_the_five_parts_hold_what_the_archive_keeps(worked: World) -> None:
    found = data(worked, "growth_portfolio")
    assert [row["text"] for row in found["family"]] == ["与外婆同住"]
    assert [row["text"] for row in found["person"]] == ["对花生过敏"]
    assert [row["text"] for row in found["activities"]] == ["校运会接力跑第三棒"]
    assert [row["said"] for row in found["months"]] == ["主动留下来打扫"]
    assert found["exams"][0]["marks"] == "语文 92；数学 78"
    assert "每天读半小时书" in found["aims"][0]
    assert "敢于开口" in found["voices"][0]
    assert [row["on"] for row in found["contacts"]] == ["10月20日 周二", "11月3日 周二"]


def test_each_part_is_cut_to_the_readers_own_reach_and_logged(worked: World) -> None:
    found = data(worked, "growth_portfolio", "赵国栋")
    assert (found["person"], found["aims"]) == ([], ["目标：暂无记录。"])
    assert found["exams"]
    assert {row.noun for row in ViewLog.objects.of(worked.school)} == {
        "archive.entry",
        "archive.evaluation",
        "archive.performance",
        "archive.score",
    }


def test_what_was_written_for_the_mentor_alone_is_on_no_paper(worked: World) -> None:
    keep(worked, "林子涵", "只和导师说", seen_by="mentor")
    assert [row["text"] for row in data(worked, "growth_portfolio")["activities"]] == ["校运会接力跑第三棒"]
