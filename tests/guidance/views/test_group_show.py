import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.guidance.models import GroupSuggestion
from taoli.guidance.services import hide_suggestion, suggest_to_group
from tests.guidance.reporting import sent
from tests.guidance.writing import write
from tests.world import World


def url(world: World, group: str = "朝阳组") -> str:
    return f"/guidance/groups/{world.groups[group].pk}/"


def suggest(world: World, text: str) -> GroupSuggestion:
    return suggest_to_group(by=world.actor("林子涵"), group_id=world.groups["朝阳组"].pk, text=text)


def test_members_are_names_only_and_activities_are_printed_sentences(settled: World) -> None:
    write(
        settled,
        "王敏",
        "林子涵",
        "周一诺",
        kind="group_activity",
        theme="一起登山",
        place="操场",
        private_text="周一诺最近低落",
    )
    page = settled.client("林子涵").get(url(settled)).content.decode()
    for words in ("林子涵、周一诺", "王敏", "一起登山"):
        assert words in page
    for words in ("周一诺最近低落", "S001", "S002"):
        assert words not in page
    assert page.count("一起登山") == 1


def test_a_suggestion_is_seen_by_members_and_mentor(settled: World) -> None:
    assert settled.client("林子涵").post(url(settled), sent(text="周五一起打球"))["Location"] == url(settled)
    for name in ("林子涵", "王敏"):
        assert "周五一起打球" in settled.client(name).get(url(settled)).content.decode()


def test_a_hidden_one_is_seen_by_who_wrote_it_with_the_reason(settled: World) -> None:
    row = suggest(settled, "去他家看看")
    hide_suggestion(by=settled.actor("王敏"), pk=row.pk, reason="那是别人的家事")
    assert "那是别人的家事" in settled.client("林子涵").get(url(settled)).content.decode()
    assert "去他家看看" not in settled.client("王敏").get(url(settled)).content.decode()


@pytest.mark.parametrize(("name", "code"), [("李慧", 403), ("孙悦", 403), ("林母", 403)])
def test_others_do_not_open_it(settled: World, name: str, code: int) -> None:
    assert settled.client(name).get(url(settled)).status_code == code


def test_another_group_is_not_found_nor_one_that_one_has_left(settled: World) -> None:
    assert settled.client("林子涵").get(url(settled, "远山组")).status_code == 404
    settled.groups["朝阳组"].members.of(settled.school).update(ends=settled.term.starts)
    assert settled.client("林子涵").get(url(settled)).status_code == 404


def test_it_takes_as_many_queries_for_three_suggestions_as_for_one(settled: World) -> None:
    client, counts = settled.client("林子涵"), []
    for more in (1, 2):
        for place in range(more):
            suggest(settled, f"建议{more}{place}")
        with CaptureQueriesContext(connection) as caught:
            client.get(url(settled))
        counts.append(len(caught))
    assert counts[0] == counts[1]
