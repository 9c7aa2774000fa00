from tests.world import World


def url(world: World, room: str = "高一(1)班") -> str:
    return f"/archive/sheets/{world.classes[room].pk}/print/"


def test_each_student_has_a_sheet_coded_by_the_number(settled: World) -> None:
    page = settled.client("李慧").get(f"{url(settled)}?kind=reflection").content.decode()
    for words in ("S001", "S002", "S003", "谈了什么"):
        assert words in page
    assert "S004" not in page
    assert "家人" not in page


def test_a_goals_sheet_says_that_the_family_reads_it(settled: World) -> None:
    assert "导师、班主任和家人可以看" in settled.client("孙悦").get(url(settled)).content.decode()


def test_a_class_beyond_reach_is_not_found(settled: World) -> None:
    assert settled.client("李慧").get(url(settled, "高一(2)班")).status_code == 404
