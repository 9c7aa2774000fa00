from tests.documents.official.people import data
from tests.guidance.writing import write
from tests.world import World


def test_every_family_stands_in_it_visited_exempt_or_without_a_record(worked: World) -> None:
    found = data(worked, "visit_book", name="王敏")
    assert [(row["student"], row["how"], row["note"]) for row in found["families"]] == [
        ("林子涵", "入户", ""),
        ("周一诺", "免访", "家长 2026年9月14日 谢绝"),
        ("赵思源", "暂无记录", ""),
    ]
    assert (found["visited"], len(found["visits"])) == ("1 户", 1)


def test_every_way_of_meeting_a_family_has_its_word(worked: World) -> None:
    for channel in ("at_school", "third_place", "video"):
        write(worked, "王敏", "赵思源", kind="home_visit", channel=channel)
    found = data(worked, "visit_book", name="王敏")
    assert found["families"][2]["how"] == "到校、第三地、视频"
