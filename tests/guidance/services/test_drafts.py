import datetime as dt
import io
import json
import uuid

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from taoli.common.errors import TaoliError
from taoli.guidance.models import RecordDraft
from taoli.guidance.queries.drafts import NEW, draft_key, kept, open_drafts
from taoli.guidance.services import draft_drop, draft_keep, record_submit
from tests.guidance.writing import facts, write
from tests.world import World

MINUTE = 60_000


def fields_of(world: World, name: str, key: str) -> dict[str, object]:
    found = json.loads(kept(world.actor(name), key)).get("fields", {})
    return {field: value for field, (value, _age) in found.items()}


def begin(world: World, name: str = "王敏", op: uuid.UUID | None = None, **typed: str) -> str:
    """Type fields a moment ago; return the draft's key."""
    key = draft_key(world.actor(name), NEW)
    draft_keep(by=world.actor(name), key=key, fields={field: (text, 0) for field, text in typed.items()}, op=op)
    return key


def test_of_two_devices_the_later_change_of_each_field_stays(settled: World) -> None:
    by, key = settled.actor("王敏"), draft_key(settled.actor("王敏"), NEW)
    draft_keep(by=by, key=key, fields={"private_text": ("手机上", 5 * MINUTE), "theme": ("手机上", 1 * MINUTE)})
    draft_keep(by=by, key=key, fields={"private_text": ("电脑上", 2 * MINUTE), "theme": ("电脑上", 3 * MINUTE)})
    assert fields_of(settled, "王敏", key) == {"private_text": "电脑上", "theme": "手机上"}


def test_what_is_kept_belongs_to_its_author_alone(settled: World) -> None:
    key = begin(settled, private_text="还没想好")
    for name in ("李慧", "孙悦", "钱程"):
        assert kept(settled.actor(name), key) == "{}"
        draft_drop(by=settled.actor(name), key=key)
    assert fields_of(settled, "王敏", key) == {"private_text": "还没想好"}


def test_a_saved_record_settles_its_draft_and_what_was_still_on_its_way(settled: World) -> None:
    op = uuid.uuid4()
    key = begin(settled, op=op, private_text="聊了作息")
    students = [settled.students["林子涵"].pk]
    record_submit(by=settled.actor("王敏"), student_ids=students, facts=facts(), op=op, draft=key)
    assert fields_of(settled, "王敏", key) == {}
    begin(settled, op=op, private_text="聊了作息，还")
    assert fields_of(settled, "王敏", key) == {}
    assert json.loads(kept(settled.actor("王敏"), key))["settled"] < MINUTE


def test_after_a_record_the_next_one_is_kept_again(settled: World) -> None:
    key = begin(settled, private_text="第一条")
    draft_drop(by=settled.actor("王敏"), key=key)
    with time_machine.travel(timezone.now() + dt.timedelta(minutes=1), tick=False):
        begin(settled, op=uuid.uuid4(), private_text="第二条")
        assert fields_of(settled, "王敏", key) == {"private_text": "第二条"}


def test_ten_thousand_characters_are_kept_and_a_flood_is_not(settled: World) -> None:
    key = begin(settled, private_text="𠮷😀字" * 3_400)
    assert len(str(fields_of(settled, "王敏", key)["private_text"])) == 10_200
    with pytest.raises(TaoliError):
        begin(settled, private_text="字" * 30_000)


def test_after_two_weeks_drafts_are_forgotten(settled: World) -> None:
    begin(settled, private_text="还没想好")
    out = io.StringIO()
    call_command("forget_drafts", stdout=out)
    assert RecordDraft.objects.of(settled.school).count() == 1
    with time_machine.travel(timezone.now() + dt.timedelta(days=15), tick=False):
        call_command("forget_drafts", stdout=out)
    assert RecordDraft.objects.of(settled.school).count() == 0


def test_what_was_begun_is_listed_with_names_and_first_words(settled: World) -> None:
    by = settled.actor("王敏")
    pk = str(settled.students["林子涵"].pk)
    draft_keep(by=by, key="one", fields={"students": ([pk], 0), "kind": (["talk"], 0), "private_text": ("聊到一半", 0)})
    draft_keep(by=by, key="two", fields={"kind": (["talk"], 0)})
    assert [(one.title, one.text) for one in open_drafts(by)] == [("林子涵 · 谈话", "聊到一半")]


def test_nobody_elses_student_is_named_in_a_draft(settled: World) -> None:
    by = settled.actor("王敏")
    draft_keep(by=by, key="one", fields={"students": ([str(settled.students["孙浩然"].pk)], 0)})
    assert [one.title for one in open_drafts(by)] == [""]


def test_a_record_of_the_outbox_settles_no_other_form(settled: World) -> None:
    key = begin(settled, private_text="另一条")
    write(settled, "王敏", "林子涵")
    assert fields_of(settled, "王敏", key) == {"private_text": "另一条"}
