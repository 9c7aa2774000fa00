import re

from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.guidance.services import answer_paper
from tests.guidance.reporting import change_mentor, hand_in
from tests.world import World

URL = "/guidance/papers/inbox/"


def test_what_waits_stands_here_and_its_number_beside_my_records(settled: World) -> None:
    paper = hand_in(settled)
    client = settled.client("王敏")
    assert "林子涵" in client.get(URL).content.decode()
    assert re.search(r"等我看的 <span[^>]*>1</span>", client.get("/guidance/records/").content.decode())
    answer_paper(by=settled.actor("王敏"), pk=paper.pk)
    assert "都看过了" in client.get(URL).content.decode()


def test_it_follows_the_student_to_the_mentor_of_today(settled: World) -> None:
    hand_in(settled)
    change_mentor(settled, "林子涵", "陈立")
    assert "林子涵" not in settled.client("王敏").get(URL).content.decode()


def test_it_takes_as_many_queries_for_three_papers_as_for_one(settled: World) -> None:
    client, counts = settled.client("王敏"), []
    for more in (1, 2):
        for place in range(more):
            hand_in(settled, f"第{more}{place}次", "")
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
