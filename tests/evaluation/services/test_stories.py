"""Stories: own students, consent, names, the collection."""

import datetime as dt

import pytest

from taoli.common.errors import ConflictError, TaoliError
from taoli.evaluation import services
from taoli.evaluation.models import Story, StoryStudent
from taoli.evaluation.queries.nameless import known_names, nameless
from taoli.evaluation.queries.stories import about_rows, collection, under_age
from tests.duties.school import settle
from tests.evaluation.honouring import assessor, collected, write
from tests.world import TODAY, World


@pytest.fixture
def paired(world: World) -> World:
    return settle(world)


def accept(world: World, story: Story, text: str = "某同学来了。") -> Story:
    story.refresh_from_db()
    return services.accept_story(by=world.office, pk=story.pk, title="慢一点", text=text, edit=story.edit)


def test_it_is_about_own_students_only(paired: World) -> None:
    with pytest.raises(TaoliError, match="只能写自己指导的学生"):
        write(paired, "孙浩然")
    assert not Story.objects.of(paired.school).exists()


def test_without_consent_it_stays_outside(paired: World) -> None:
    story = write(paired, "林子涵")
    services.submit_story(by=paired.actor("王敏"), pk=story.pk)
    with pytest.raises(TaoliError, match="林子涵"):
        accept(paired, story)
    assert collection(paired.actor("李慧")) == []


def test_one_about_nobody_needs_no_consent(paired: World) -> None:
    assert [one.clean_title for one in [collected(paired)]] == ["慢一点"]


def test_under_fourteen_or_of_unknown_age_only_the_family_agrees(paired: World) -> None:
    story, child = write(paired, "林子涵"), paired.students["林子涵"]
    row = about_rows(story)[0].row
    with pytest.raises(TaoliError, match="未满十四周岁"):
        services.note_consent(by=paired.office, pk=story.pk, about_id=row.pk, given=True, giver="student")
    child.birthday = dt.date(2010, 1, 1)
    child.save()
    services.note_consent(by=paired.office, pk=story.pk, about_id=row.pk, given=True, giver="student")
    assert about_rows(story)[0].agreed


@pytest.mark.parametrize(("born", "young"), [((2012, 11, 23), False), ((2012, 11, 24), True), ((2008, 1, 1), False)])
def test_fourteen_is_reached_on_the_birthday(paired: World, born: tuple[int, int, int], young: bool) -> None:
    child = paired.students["林子涵"]
    child.birthday = dt.date(*born)
    assert under_age(child, TODAY) is young


def test_a_name_left_in_it_is_refused(paired: World) -> None:
    story = write(paired, "林子涵")
    row = about_rows(story)[0].row
    services.note_consent(by=paired.office, pk=story.pk, about_id=row.pk, given=True, giver="guardian")
    services.submit_story(by=paired.actor("王敏"), pk=story.pk)
    with pytest.raises(TaoliError, match="文中还有这些姓名"):
        accept(paired, story, "林子涵来了。")


def test_consent_taken_back_takes_it_out_at_once(paired: World) -> None:
    story = collected(paired, "林子涵")
    assert collection(paired.actor("李慧")) == [story]
    row = StoryStudent.objects.of(paired.school).get()
    services.note_consent(by=paired.actor("王敏"), pk=story.pk, about_id=row.pk, given=False)
    story.refresh_from_db()
    assert (story.state, story.clean_text, collection(paired.actor("李慧"))) == ("withdrawn", "", [])


def test_a_consent_of_tomorrow_is_refused(paired: World) -> None:
    story = write(paired, "林子涵")
    row, later = about_rows(story)[0].row, dt.date(2026, 12, 1)
    with pytest.raises(TaoliError, match="还没有到"):
        services.note_consent(
            by=paired.office, pk=story.pk, about_id=row.pk, given=True, giver="guardian", said_on=later
        )


def test_nobody_reviews_the_own_and_back_asks_for_a_word(paired: World) -> None:
    story = write(paired)
    services.submit_story(by=paired.actor("王敏"), pk=story.pk)
    with pytest.raises(TaoliError, match="你自己的文章"):
        services.return_story(by=assessor(paired), pk=story.pk, answer="再写写")
    with pytest.raises(TaoliError, match="还缺什么"):
        services.return_story(by=paired.office, pk=story.pk, answer="")
    assert services.return_story(by=paired.office, pk=story.pk, answer="再写写").state == "returned"


def test_handed_in_it_does_not_change_and_a_late_page_keeps_its_text(paired: World) -> None:
    story = write(paired, "林子涵")
    facts = services.StoryFacts("case", "改", "改过", (paired.students["周一诺"].pk,))
    by = paired.actor("王敏")
    services.write_story(by=by, facts=facts, pk=story.pk, edit=story.edit)
    assert [one.row.student.name for one in about_rows(story)] == ["周一诺"]
    with pytest.raises(ConflictError):
        services.write_story(by=by, facts=facts, pk=story.pk, edit=story.edit)
    services.submit_story(by=by, pk=story.pk)
    with pytest.raises(TaoliError, match="已经提交"):
        services.write_story(by=by, facts=facts, pk=story.pk, edit=story.edit + 1)


def test_what_changed_meanwhile_is_not_accepted(paired: World) -> None:
    story = write(paired)
    with pytest.raises(ConflictError):
        services.accept_story(by=paired.office, pk=story.pk, title="题", text="文", edit=story.edit)


def test_the_proposal_replaces_students_staff_classes_and_numbers(paired: World) -> None:
    story = write(paired, "林子涵")
    found = nameless(story.text + "电话13800000000。", known_names(story))
    assert found.text == "学生甲第一次来时不说话。某老师先陪学生甲走了一圈操场，某班的某同学也来了。电话某号码。"
    assert ("林子涵", "学生甲", 1) in found.found
    assert ("子涵", "学生甲", 1) in found.found


def test_a_text_without_anybody_stays_as_it_is() -> None:
    assert nameless("今天下雨，3 个人迟到。", []) == nameless("今天下雨，3 个人迟到。", [])
    assert nameless("今天下雨。", []).found == ()
