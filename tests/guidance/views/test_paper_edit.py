import pytest

from taoli.guidance.models import StudentPaper
from tests.guidance.reporting import hand_in, sent
from tests.guidance.writing import write
from tests.world import World

URL = "/guidance/papers/write/"


def test_a_student_writes_about_a_talk_and_sees_nothing_of_what_was_noted(settled: World) -> None:
    record = write(settled, "王敏", "林子涵", private_text="家里最近有事")[0]
    client = settled.client("林子涵")
    page = client.get(f"{URL}?kind=reflection").content.decode()
    assert "11月23日" in page
    assert "家里最近有事" not in page
    answer = client.post(f"{URL}?kind=reflection", sent(record=str(record.pk), a0="谈了月考", a1="整理错题"))
    paper = StudentPaper.objects.of(settled.school).get()
    assert answer["Location"] == f"/guidance/papers/{paper.pk}/"
    assert (paper.record_id, paper.answers) == (record.pk, [["谈了什么", "谈了月考"], ["我打算怎么做", "整理错题"]])


def test_the_same_form_twice_is_one_paper(settled: World) -> None:
    client, form = settled.client("林子涵"), sent(a0="谈了月考")
    first, second = (client.post(f"{URL}?kind=reflection", form) for _each in range(2))
    assert first["Location"] == second["Location"]
    assert StudentPaper.objects.of(settled.school).count() == 1


def test_ten_thousand_characters_come_back_and_are_not_lost(settled: World) -> None:
    page = settled.client("林子涵").post(f"{URL}?kind=reflection", sent(a0="长" * 10_000)).content.decode()
    assert "长" * 10_000 in page
    assert not StudentPaper.objects.of(settled.school).exists()


def test_what_is_not_asked_for_leads_back(settled: World) -> None:
    for kind in ("report", "self_evaluation", "nonsense"):
        assert settled.client("林子涵").get(f"{URL}?kind={kind}")["Location"] == "/guidance/papers/"


def test_a_correction_begins_with_what_stands_there(settled: World) -> None:
    paper = hand_in(settled, "谈了月考", "")
    client = settled.client("林子涵")
    assert "谈了月考" in client.get(f"{URL}?paper={paper.pk}").content.decode()
    client.post(f"{URL}?paper={paper.pk}", sent(a0="谈了期中", a1="早睡"))
    assert StudentPaper.objects.of(settled.school).get(version=2).answers[0][1] == "谈了期中"


@pytest.mark.parametrize("name", ["王敏", "林母", "李慧"])
def test_nobody_else_writes_here(settled: World, name: str) -> None:
    assert settled.client(name).get(f"{URL}?kind=reflection").status_code == 403
