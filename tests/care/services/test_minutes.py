import datetime as dt

import pytest
from django.http import Http404

from taoli.care.models import Conference, ConferenceAction, ConferenceItem
from taoli.care.services.actions import NewAction, drop_action, reopen_action, settle_action
from taoli.care.services.minutes import Typed, type_minutes, write_decision, write_summary
from taoli.common.errors import ConflictError, TaoliError
from tests.care.meeting import agree, line_about, meet
from tests.world import TODAY, World

DAY = dt.timedelta(days=1)


def test_two_who_write_on_one_line_do_not_overwrite_each_other(world: World) -> None:
    row = meet(world)
    item = line_about(world, row, "林子涵")
    assert write_decision(by=world.actor("李慧"), pk=row.pk, item_id=item.pk, edit=1, text="先观察") == 2
    with pytest.raises(ConflictError, match="还在这里"):
        write_decision(by=world.office, pk=row.pk, item_id=item.pk, edit=1, text="马上家访")
    item.refresh_from_db()
    assert item.decision == "先观察"
    assert write_decision(by=world.office, pk=row.pk, item_id=item.pk, edit=2, text="马上家访") == 3


def test_ones_own_words_are_never_in_ones_way(world: World) -> None:
    row, by = meet(world), world.actor("李慧")
    item = line_about(world, row, "林子涵")
    for text in ("先", "先观察", "先观察一周"):
        write_decision(by=by, pk=row.pk, item_id=item.pk, edit=1, text=text)
    for text in ("总的", "总的不错"):
        write_summary(by=by, pk=row.pk, edit=1, text=text)
    row.refresh_from_db()
    assert row.summary == "总的不错"
    with pytest.raises(ConflictError):
        write_summary(by=world.office, pk=row.pk, edit=1, text="另一句")


def test_the_same_words_again_change_nothing_and_a_page_too_long_is_refused(world: World) -> None:
    row, by = meet(world), world.actor("李慧")
    item = line_about(world, row, "林子涵")
    assert write_decision(by=by, pk=row.pk, item_id=item.pk, edit=1, text="") == 1
    assert ConferenceItem.objects.of(world.school).get().discussed
    assert write_summary(by=by, pk=row.pk, edit=1, text="") == 1
    with pytest.raises(TaoliError, match="2000"):
        write_summary(by=by, pk=row.pk, edit=1, text="长" * 2001)


def test_a_line_of_another_meeting_is_not_written_on(world: World) -> None:
    row, other = meet(world), meet(world)
    item = line_about(world, other, "林子涵")
    with pytest.raises(ConflictError):
        write_decision(by=world.actor("李慧"), pk=row.pk, item_id=item.pk, edit=1, text="先观察")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"owner": ""}, "谁来做"),
        ({"text": " "}, "要做什么"),
        ({"text": "长" * 201}, "200"),
        ({"due_on": None}, "什么时候"),
        ({"due_on": TODAY - DAY}, "会议之前"),
        ({"student": "吴桐"}, "不在"),
    ],
)
def test_an_action_with_something_missing_is_refused_in_words(
    world: World, said: dict[str, object], words: str
) -> None:
    with pytest.raises(TaoliError, match=words):
        agree(world, meet(world), **said)  # type: ignore[arg-type]
    assert not ConferenceAction.objects.of(world.school).exists()


def test_an_owner_who_has_left_or_is_next_doors_is_refused(world: World) -> None:
    row, gone = meet(world), world.staff["周宁"]
    gone.left_on = TODAY
    gone.save()
    with pytest.raises(TaoliError, match="已不在"):
        agree(world, row, owner="周宁")


def test_only_the_owner_settles_and_may_take_it_back(world: World) -> None:
    row = meet(world)
    action = agree(world, row)
    with pytest.raises(Http404):
        settle_action(by=world.actor("李慧"), pk=action.pk, outcome="好")
    by = world.actor("王敏")
    assert settle_action(by=by, pk=action.pk, outcome=" 谈 过了 ").outcome == "谈 过了"
    assert reopen_action(by=by, pk=action.pk).done_on is None
    drop_action(by=world.actor("李慧"), pk=row.pk, action_id=action.pk)
    with pytest.raises(ConflictError, match="已划去"):
        settle_action(by=by, pk=action.pk, outcome="好")


def test_a_meeting_that_was_called_off_agrees_on_nothing(world: World) -> None:
    row = meet(world)
    Conference.objects.of(world.school).update(state="cancelled")
    with pytest.raises(ConflictError):
        agree(world, row)
    with pytest.raises(ConflictError, match="已经结束"):
        write_summary(by=world.actor("李慧"), pk=row.pk, edit=1, text="一句")


def typed(world: World, row: Conference, **said: object) -> Typed:
    facts = {"held_on": TODAY - DAY, "summary": "大家都到了", **said}
    return Typed(**facts)  # type: ignore[arg-type]


def test_what_was_held_with_paper_is_typed_in_as_one(world: World) -> None:
    row, by = meet(world, held_on=TODAY - DAY), world.actor("李慧")
    item = line_about(world, row, "林子涵")
    new = NewAction(text="家访", owner_id=world.staff["王敏"].pk, due_on=TODAY, student_id=item.student_id)
    made = type_minutes(
        by=by, pk=row.pk, edit=1, typed=typed(world, row, decisions=[(item.pk, "先观察")], actions=[new])
    )
    assert (made.state, made.on_paper, made.held_on) == ("held", True, TODAY - DAY)
    assert ConferenceItem.objects.of(world.school).get().decision == "先观察"
    assert ConferenceAction.objects.of(world.school).get().text == "家访"


def test_one_action_without_owner_leaves_nothing_typed(world: World) -> None:
    row, by = meet(world, held_on=TODAY - DAY), world.actor("李慧")
    new = NewAction(text="家访", owner_id=None, due_on=TODAY)
    with pytest.raises(TaoliError, match="谁来做"):
        type_minutes(by=by, pk=row.pk, edit=1, typed=typed(world, row, actions=[new]))
    row.refresh_from_db()
    assert (row.state, row.summary) == ("planned", "")
