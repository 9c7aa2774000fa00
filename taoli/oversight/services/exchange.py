"""A text goes from the school to its bureau, and out again: consent decides at each step."""

import datetime as dt
import uuid
from dataclasses import asdict, dataclass

from django.db.models import F
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.offered import bureaus_above
from taoli.common.policy import Actor, system
from taoli.common.unit import change
from taoli.evaluation.models import Story
from taoli.evaluation.queries.nameless import still_named
from taoli.oversight.models import Member, SharedStory, Stand, StoryOffer, UsefulMark
from taoli.oversight.queries.courses import member_by_school
from taoli.oversight.queries.exchange import GONE, consents_missing, names_left

WITH_BUREAU = (Stand.OFFERED, Stand.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Text:
    """What a school hands in: the text as its collection shows it, its author, and when the author agreed."""

    ref: uuid.UUID
    kind: str
    part: str
    title: str
    text: str
    author: str
    agreed_on: dt.date


def agree(*, by: Actor, story: Story, part: str) -> StoryOffer:
    """The author agrees that a text of the collection is passed on. ConflictError: it is on its way already."""
    with change(by=by, action="exchange.agree", object_id=story.pk):
        row = StoryOffer.objects.of(by.school_id).filter(story=story).first()
        row = row or StoryOffer(school_id=by.school_id, story=story, state=Stand.WITHDRAWN)
        if row.state not in GONE:
            raise ConflictError(_("It is on its way already."))
        row.part, row.agreed_on, row.state, row.answer = part, clock.today(), Stand.AGREED, ""
        row.edit += 1
        row.save()
    return row


def hand_in(*, by: Actor, pk: uuid.UUID, looked: bool) -> StoryOffer:
    """Hand a text in to the nearest bureau; consents and names are looked at anew.

    TaoliError: it left the collection, a consent is missing, a student's name stands in it, words that may be names
    have not been looked at, there is no bureau above or it does not list the school; ConflictError: it is there.
    """
    with change(by=by, action="exchange.hand_in", object_id=pk):
        row = StoryOffer.objects.of(by.school_id).select_for_update().select_related("story__author").get(pk=pk)
        if row.state != Stand.AGREED:
            raise ConflictError(_("It is on its way already."))
        _fit(row.story, looked=looked)
        above = bureaus_above(by.school_id)
        if not above:
            raise TaoliError(_("There is no bureau above this school yet."))
        story = row.story
        text = Text(row.pk, story.kind, row.part, story.clean_title, story.clean_text, story.author.name, row.agreed_on)
        receive(above[0].pk, by.school_id, text)
        row.state, row.bureau = Stand.OFFERED, above[0]
        row.edit += 1
        row.save(update_fields=["state", "bureau", "edit"])
    return row


def take_out(*, by: Actor, row: StoryOffer) -> None:
    """Take a text out everywhere: author or office, or because it left the collection."""
    with change(by=by, action="exchange.take_out", object_id=row.pk):
        if row.bureau_id is not None and row.state in WITH_BUREAU:
            forget(row.bureau_id, by.school_id, row.pk)
        row.state = Stand.WITHDRAWN
        row.edit += 1
        row.save(update_fields=["state", "edit"])


def story_left(story: Story) -> None:
    """A story left the collection, its author's word or a consent taken back: it leaves the exchange, too."""
    row = StoryOffer.objects.of(story.school_id).filter(story=story).exclude(state__in=GONE).first()
    if row is not None:
        take_out(by=system(story.school_id), row=row)


def mark_useful(*, by: Actor, story: SharedStory) -> bool:
    """Say for the school that a text is of use; the bureau is told that one more school said so. Twice is once."""
    with change(by=by, action="exchange.useful", object_id=story.pk):
        _row, new = UsefulMark.objects.get_or_create(
            school_id=by.school_id, ref=story.pk, defaults={"marked_by": by.person_id, "marked_at": clock.now()}
        )
        if new:
            with change(by=system(story.school_id), action="exchange.counted", object_id=story.pk):
                SharedStory.objects.of(story.school_id).filter(pk=story.pk).update(useful=F("useful") + 1)
    return new


def receive(bureau_id: int, school_id: int, text: Text) -> None:
    """In the bureau's fence: a school hands a text in, for the first time or anew."""
    with change(by=system(bureau_id), action="exchange.receive", object_id=text.ref):
        member = member_by_school(bureau_id, school_id)
        if member is None:
            raise TaoliError(_("The bureau does not list this school as a member. Please ask it."))
        known = SharedStory.objects.of(bureau_id).filter(member=member, ref=text.ref).first()
        row = known or SharedStory(school_id=bureau_id, member=member)
        for name, value in asdict(text).items():
            setattr(row, name, value)
        row.state, row.answer, row.offered_at, row.published_at = Stand.OFFERED, "", clock.now(), None
        row.edit += 1
        row.save()


def forget(bureau_id: int, school_id: int, ref: uuid.UUID) -> None:
    """In the bureau's fence: the school takes a text out; nothing of it stays but that there was one."""
    with change(by=system(bureau_id), action="exchange.forget", object_id=ref):
        rows = SharedStory.objects.of(bureau_id).filter(ref=ref, member__in=_members(bureau_id, school_id))
        for row in rows:
            _empty(row, Stand.WITHDRAWN)


def decide(*, by: Actor, pk: uuid.UUID, publish: bool, answer: str, edit: int) -> SharedStory:
    """The officer publishes a text to the area, or gives it back with a word (a published one, too).

    TaoliError: no word; ConflictError: it was changed meanwhile.
    """
    with change(by=by, action="exchange.decide", object_id=pk, publish=publish):
        row = SharedStory.objects.of(by.school_id).select_for_update().select_related("member").get(pk=pk)
        if row.edit != edit or row.state not in WITH_BUREAU:
            raise ConflictError(_("Somebody changed this meanwhile. Please look at it again."))
        if not publish and not answer:
            raise TaoliError(_("Please say in a few words what is still missing."))
        row.answer = answer
        if publish:
            row.state, row.published_at = Stand.PUBLISHED, row.published_at or clock.now()
            row.edit += 1
            row.save(update_fields=["state", "published_at", "answer", "edit"])
        else:
            _empty(row, Stand.RETURNED)
        if row.member.hosted_id is not None:
            answered(row.member.hosted_id, row.ref, row.state, answer)
    return row


def answered(school_id: int, ref: uuid.UUID, state: str, answer: str) -> None:
    """In the school's fence: what the bureau has decided."""
    with change(by=system(school_id), action="exchange.answered", object_id=ref, state=state):
        StoryOffer.objects.of(school_id).filter(pk=ref).exclude(state=Stand.WITHDRAWN).update(
            state=state, answer=answer
        )


def _fit(story: Story, *, looked: bool) -> None:
    if story.state != Story.State.ACCEPTED:
        raise TaoliError(_("It is not in the collection any more."))
    missing = consents_missing(story)
    if missing:
        raise TaoliError(
            _("The consent of these students is still missing: %(names)s.") % {"names": "、".join(missing)}
        )
    named = still_named(f"{story.clean_title}\n{story.clean_text}", story)
    if named:
        raise TaoliError(_("These names still stand in it: %(names)s.") % {"names": "、".join(named)})
    left = names_left(story)
    if left and not looked:
        raise TaoliError(
            _("These words are names of people or classes of the school: %(names)s. Please look at the text first.")
            % {"names": "、".join(left)}
        )


def _members(bureau_id: int, school_id: int) -> list[uuid.UUID]:
    return list(Member.objects.of(bureau_id).filter(hosted_id=school_id).values_list("pk", flat=True))


def _empty(row: SharedStory, state: str) -> None:
    row.state, row.title, row.text, row.author = state, "", "", ""
    row.edit += 1
    row.save()
