"""A text goes out with consent and without names, and comes back at once."""

import pytest

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import School
from taoli.evaluation import services as evaluation
from taoli.evaluation.models import Story, StoryStudent
from taoli.evaluation.queries.stories import about_rows
from taoli.oversight.models import Member, SharedStory, StoryOffer
from taoli.oversight.queries.exchange import shared
from taoli.oversight.services.exchange import agree, decide, hand_in, mark_useful, take_out
from tests.oversight.sharing import CLEAN, agreed, handed, published, text, text_about
from tests.world import TODAY, World


def read_by(world: World, name: str) -> list[str]:
    return [one.title for one in shared(world.actor(name))]


def test_what_is_published_is_a_frozen_copy_that_all_schools_read(world: World) -> None:
    row = published(world, text_about(world))
    assert (row.text, row.author, row.member.name) == (CLEAN, "王敏", "桃李中学")
    assert read_by(world, "李慧") == ["慢一点"]
    assert StoryOffer.objects.of(world.school).get().state == "published"
    with pytest.raises(ConflictError, match="推荐途中"):
        agree(by=world.actor("王敏"), story=Story.objects.of(world.school).get(), part="ways")


def test_a_consent_taken_back_takes_it_out_everywhere(world: World) -> None:
    story = text_about(world)
    row = published(world, story)
    about = about_rows(story)[0].row
    evaluation.note_consent(by=world.office, pk=story.pk, about_id=about.pk, given=False)
    row.refresh_from_db()
    assert (row.state, row.title, row.text, row.author) == ("withdrawn", "", "", "")
    assert read_by(world, "李慧") == []


def test_author_or_office_take_it_out_and_it_can_go_again(world: World) -> None:
    story = text(world)
    row = published(world, story)
    take_out(by=world.office, row=StoryOffer.objects.of(world.school).get())
    row.refresh_from_db()
    assert row.text == ""
    assert published(world, story).pk == row.pk
    assert read_by(world, "李慧") == ["慢一点"]
    evaluation.withdraw_story(by=world.actor("王敏"), pk=story.pk)
    assert read_by(world, "李慧") == []


def test_consents_and_names_are_looked_at_anew_at_the_door(world: World) -> None:
    story = text_about(world)
    offer = agreed(world, story)
    StoryStudent.objects.of(world.school).update(consent="taken_back")
    with pytest.raises(TaoliError, match="林子涵"):
        hand_in(by=world.office, pk=offer.pk, looked=True)
    StoryStudent.objects.of(world.school).update(consent="given")
    Story.objects.of(world.school).update(clean_text="林子涵来了。")
    with pytest.raises(TaoliError, match="文中还有这些姓名"):
        hand_in(by=world.office, pk=offer.pk, looked=True)
    Story.objects.of(world.school).update(clean_text="高一(2)班的吴桐来了。")
    with pytest.raises(TaoliError, match="请先通读") as refusal:
        hand_in(by=world.office, pk=offer.pk, looked=False)
    assert "吴桐" in str(refusal.value)
    assert hand_in(by=world.office, pk=offer.pk, looked=True).state == "offered"
    Story.objects.of(world.school).update(state="withdrawn")
    StoryOffer.objects.of(world.school).update(state="agreed")
    with pytest.raises(TaoliError, match="已不在案例集"):
        hand_in(by=world.office, pk=offer.pk, looked=True)
    assert StoryOffer.objects.of(world.school).get().state == "agreed"


def test_given_back_with_a_word_nothing_of_it_stays_with_the_bureau(world: World) -> None:
    by, row = world.actor("郑岚"), handed(world)
    with pytest.raises(TaoliError, match="几句话"):
        decide(by=by, pk=row.pk, publish=False, answer="", edit=row.edit)
    row = decide(by=by, pk=row.pk, publish=False, answer="结尾可以写写后来", edit=row.edit)
    assert row.text == ""
    offer = StoryOffer.objects.of(world.school).get()
    assert (offer.state, offer.answer) == ("returned", "结尾可以写写后来")
    with pytest.raises(ConflictError):
        decide(by=by, pk=row.pk, publish=True, answer="", edit=row.edit)


def test_a_school_is_counted_once_and_its_name_is_not_kept(world: World) -> None:
    row = published(world)
    assert [mark_useful(by=world.office, story=row) for _each in range(2)] == [True, False]
    row.refresh_from_db()
    assert row.useful == 1


def test_without_a_bureau_that_lists_the_school_there_is_a_sentence(world: World) -> None:
    offer = agreed(world)
    Member.objects.of(world.bureaus["district"]).update(left_on=TODAY)
    with pytest.raises(TaoliError, match="没有本校"):
        hand_in(by=world.office, pk=offer.pk, looked=True)
    School.objects.filter(pk=world.school.pk).update(area=None)
    with pytest.raises(TaoliError, match="还没有教育局"):
        hand_in(by=world.office, pk=offer.pk, looked=True)
    assert not SharedStory.objects.of(world.bureaus["district"]).exists()
