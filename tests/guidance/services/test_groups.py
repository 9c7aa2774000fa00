import pytest

from taoli.common.errors import ConflictError, TaoliError
from taoli.guidance.models import GroupSuggestion
from taoli.guidance.services import hide_suggestion, suggest_to_group, take_suggestion_back
from tests.world import World


def suggest(world: World, text: str = "周五一起打球", group: str = "朝阳组") -> GroupSuggestion:
    return suggest_to_group(by=world.actor("林子涵"), group_id=world.groups[group].pk, text=text)


def test_a_member_suggests_and_takes_back_and_the_words_are_gone(settled: World) -> None:
    row = suggest(settled)
    take_suggestion_back(by=settled.actor("林子涵"), pk=row.pk)
    assert GroupSuggestion.objects.of(settled.school).get().text == ""
    with pytest.raises(ConflictError):
        take_suggestion_back(by=settled.actor("林子涵"), pk=row.pk)


def test_only_members_suggest_and_only_something(settled: World) -> None:
    for text, group in (("好", "远山组"), ("  ", "朝阳组")):
        with pytest.raises(TaoliError):
            suggest(settled, text, group)


def test_the_mentor_hides_with_a_reason_and_not_without(settled: World) -> None:
    row = suggest(settled)
    with pytest.raises(TaoliError):
        hide_suggestion(by=settled.actor("王敏"), pk=row.pk, reason=" ")
    hide_suggestion(by=settled.actor("王敏"), pk=row.pk, reason="说到了别人的家事")
    assert GroupSuggestion.objects.of(settled.school).get().hidden_reason == "说到了别人的家事"


def test_who_mentors_no_member_hides_nothing(settled: World) -> None:
    row = suggest(settled)
    with pytest.raises(TaoliError):
        hide_suggestion(by=settled.actor("李慧"), pk=row.pk, reason="不行")


def test_five_suggestions_stand_at_once(settled: World) -> None:
    for place in range(5):
        suggest(settled, f"建议{place}")
    with pytest.raises(TaoliError):
        suggest(settled, "第六条")
