from taoli.archive.models import Goal
from taoli.guidance.models import StudentPaper
from tests.archive.growing import sent
from tests.world import World

URL = "/archive/sheets/type/"


def test_right_lines_are_saved_and_wrong_ones_stay_to_be_mended(settled: World) -> None:
    form = sent(
        kind="reflection", held_on="2026-11-20", number=["S001", "S009"], a0=["谈了月考", "谁"], a1=["整理错题", ""]
    )
    page = settled.client("李慧").post(URL, form).content.decode()
    paper = StudentPaper.objects.of(settled.school).get()
    assert (str(paper.held_on), paper.source) == ("2026-11-20", "paper")
    assert "S009" in page
    assert "谈了月考" not in page


def test_the_same_page_twice_is_typed_once(settled: World) -> None:
    client, form = settled.client("孙悦"), sent(kind="goal", number=["S001"], a0=["读书"], a1=["借书"])
    for _each in range(2):
        client.post(URL, form)
    assert Goal.objects.of(settled.school).count() == 1


def test_the_kinds_to_choose_from_are_those_of_the_scheme(settled: World) -> None:
    page = settled.client("孙悦").get(URL).content.decode()
    assert "受导记录" in page
    assert "两周汇报" not in page
