"""A text on its way from 桃李中学 to the area, and a research topic, for tests."""

from taoli.evaluation import services as evaluation
from taoli.evaluation.models import Story
from taoli.evaluation.queries.stories import about_rows
from taoli.oversight.models import SharedStory, StoryOffer, Topic
from taoli.oversight.services.exchange import agree, decide, hand_in
from taoli.oversight.services.topics import TopicFacts, keep_topic
from tests.duties.school import settle
from tests.evaluation.honouring import collected, write
from tests.world import World

CLEAN = "某同学来了，先走了两圈。"


def text(world: World) -> Story:
    """A text of 王敏's in the collection, about nobody."""
    return collected(world)


def text_about(world: World) -> Story:
    """A text of 王敏's about 林子涵, with the family's consent."""
    settle(world)
    story = write(world, "林子涵")
    row = about_rows(story)[0].row
    evaluation.note_consent(by=world.office, pk=story.pk, about_id=row.pk, given=True, giver="guardian")
    story = evaluation.submit_story(by=world.actor("王敏"), pk=story.pk)
    return evaluation.accept_story(by=world.office, pk=story.pk, title="慢一点", text=CLEAN, edit=story.edit)


def agreed(world: World, story: Story | None = None) -> StoryOffer:
    """Its author agrees."""
    return agree(by=world.actor("王敏"), story=story or text(world), part="ways")


def handed(world: World, story: Story | None = None) -> SharedStory:
    """The office has handed it in."""
    offer = hand_in(by=world.office, pk=agreed(world, story).pk, looked=True)
    return SharedStory.objects.of(world.bureaus["district"]).get(ref=offer.pk)


def published(world: World, story: Story | None = None) -> SharedStory:
    """The officer has published it."""
    row = handed(world, story)
    return decide(by=world.actor("郑岚"), pk=row.pk, publish=True, answer="", edit=row.edit)


def topic(world: World, title: str = "导师谈心的时机") -> Topic:
    """A topic led by 王敏."""
    facts = TopicFacts(title, "district", world.staff["王敏"].pk, "李慧、陈立", "")
    return keep_topic(by=world.office, facts=facts)
