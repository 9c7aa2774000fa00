import json
import uuid
from typing import Any

import pytest

from taoli.guidance.models import RecordDraft
from tests.world import World

URL = "/guidance/records/draft/"


def send(world: World, name: str, fields: object, **said: str) -> Any:
    sent = {"draft": "record-new-1", "op": str(uuid.uuid4()), "fields": json.dumps(fields), **said}
    return world.client(name).post(URL, sent)


def test_fields_are_kept_for_the_other_device_and_nothing_is_answered(settled: World) -> None:
    answer = send(settled, "王敏", {"private_text": ["聊到一半", 20], "students": [["a", "b"], 30]})
    assert (answer.status_code, answer.content) == (204, b"")
    row = RecordDraft.objects.of(settled.school).get()
    assert (row.author_id, row.fields["private_text"][0]) == (settled.staff["王敏"].pk, "聊到一半")


@pytest.mark.parametrize(
    "fields",
    [
        "text",
        [],
        {"a": "b"},
        {"a": ["b"]},
        {"a": ["b", "c"]},
        {"a": [1, 2]},
        {"a" * 60: ["b", 1]},
        {"a": ["字" * 30_000, 1]},
    ],
)
def test_what_no_record_page_sends_is_refused(settled: World, fields: object) -> None:
    assert send(settled, "王敏", fields).status_code == 400
    assert not RecordDraft.objects.of(settled.school).exists()


def test_a_draft_leads_to_our_own_pages_only(settled: World) -> None:
    assert send(settled, "王敏", {"a": ["b", 1]}, path="https://elsewhere.example/").status_code == 400
    assert send(settled, "王敏", {"a": ["b", 1]}, draft="").status_code == 400


def test_those_who_do_not_guide_keep_no_drafts(settled: World) -> None:
    for name in ("林子涵", "林母", "吴考"):
        assert send(settled, name, {"a": ["b", 1]}).status_code == 403
