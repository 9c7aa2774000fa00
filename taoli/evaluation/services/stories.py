"""Writing, reviewing and taking out stories; consent decides."""

import datetime as dt
import uuid
from collections.abc import Collection
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.evaluation.models import STORY_MOVES, Story, StoryStudent
from taoli.evaluation.queries.nameless import still_named
from taoli.evaluation.queries.stories import about_rows, lacking, own_students, under_age

State = Story.State
Consent, Giver = StoryStudent.Consent, StoryStudent.Giver
WRITABLE = (State.DRAFT, State.RETURNED)


@dataclass(frozen=True, slots=True)
class StoryFacts:
    """What an author writes, and which of the own students it is about."""

    kind: str
    title: str
    text: str
    students: tuple[uuid.UUID, ...]


def write_story(*, by: Actor, facts: StoryFacts, pk: uuid.UUID | None = None, edit: int = 0) -> Story:
    """Keep a draft, or change one that has not been handed in (or came back). Consent already noted stays.

    TaoliError: it is handed in, or a student is not the author's; ConflictError: it was changed meanwhile.
    """
    with change(by=by, action="story.write") as note:
        story = _own_row(by, pk, edit)
        known = set(StoryStudent.objects.of(by.school_id).filter(story=story).values_list("student_id", flat=True))
        mine = {uuid.UUID(one) for one, _name in own_students(by)}
        if not set(facts.students) <= mine | known:
            raise TaoliError(_("A story can be about your own students only."))
        story.kind, story.title, story.text = facts.kind, facts.title, facts.text
        story.edit += 1
        story.save()
        _about(story, known, facts.students)
        note.object_id = story.pk
    return story


def submit_story(*, by: Actor, pk: uuid.UUID) -> Story:
    """Hand a draft in."""
    with change(by=by, action="story.submit", object_id=pk):
        story = _moved(by, pk, State.SUBMITTED)
        story.save(update_fields=["state", "edit"])
    return story


def return_story(*, by: Actor, pk: uuid.UUID, answer: str) -> Story:
    """Give it back with a word. Nobody reviews the own one."""
    if not answer:
        raise TaoliError(_("Please say in a few words what is still missing."))
    with change(by=by, action="story.return", object_id=pk):
        story = _reviewed(by, pk, State.RETURNED)
        story.answer = answer
        story.save(update_fields=["state", "answer", "reviewed_by", "edit"])
    return story


def accept_story(*, by: Actor, pk: uuid.UUID, title: str, text: str, edit: int) -> Story:
    """Take a story into the collection with the title and text given, names taken out.

    TaoliError: a consent is missing, a student's name still stands in it, it is the reviewer's own; ConflictError: it
    was changed meanwhile.
    """
    with change(by=by, action="story.accept", object_id=pk):
        story = _reviewed(by, pk, State.ACCEPTED, edit)
        missing = lacking(about_rows(story))
        if missing:
            raise TaoliError(_("The consent of these students is still missing: %(names)s.") % _names(missing))
        named = still_named(f"{title}\n{text}", story)
        if named:
            raise TaoliError(_("These names still stand in it: %(names)s.") % _names(named))
        story.clean_title, story.clean_text, story.accepted_at = title, text, clock.now()
        story.answer = ""
        story.save()
    return story


def withdraw_story(*, by: Actor, pk: uuid.UUID) -> Story:
    """Take a story out: its author, or the office. The collection shows it no more at once."""
    with change(by=by, action="story.withdraw", object_id=pk):
        story = _moved(by, pk, State.WITHDRAWN)
        _out(story)
    return story


def note_consent(
    *, by: Actor, pk: uuid.UUID, about_id: uuid.UUID, given: bool, giver: str = "", said_on: dt.date | None = None
) -> StoryStudent:
    """Note what a student or the family said on paper; taken back, the story leaves the collection at once.

    TaoliError: a student under fourteen (or of unknown age) cannot agree alone; a day to come.
    """
    day = said_on or clock.today()
    if day > clock.today():
        raise TaoliError(_("This day has not come yet."))
    with change(by=by, action="story.consent", object_id=pk, given=given):
        story = Story.objects.of(by.school_id).select_for_update().get(pk=pk)
        row = StoryStudent.objects.of(by.school_id).select_related("student").get(pk=about_id, story=story)
        if given and giver != Giver.GUARDIAN and under_age(row.student):
            raise TaoliError(_("Under fourteen, or where the birthday is not known, a parent or guardian agrees."))
        row.consent = Consent.GIVEN if given else Consent.TAKEN_BACK
        row.giver, row.said_on, row.noted_by = giver if giver in Giver.values else "", day, by.person_id
        row.save(update_fields=["consent", "giver", "said_on", "noted_by"])
        if not given and story.state == State.ACCEPTED:
            story.state = State.WITHDRAWN
            story.edit += 1
            _out(story)
    return row


def _own_row(by: Actor, pk: uuid.UUID | None, edit: int) -> Story:
    if pk is None:
        assert by.person_id is not None
        return Story(school_id=by.school_id, author_id=by.person_id, written_at=clock.now())
    story = Story.objects.of(by.school_id).select_for_update().get(pk=pk, author_id=by.person_id)
    if story.state not in WRITABLE:
        raise TaoliError(_("It has been handed in. It can be changed when it comes back."))
    if story.edit != edit:
        raise ConflictError(_("You changed it on another page meanwhile. Your text is kept here."))
    return story


def _about(story: Story, known: Collection[uuid.UUID], wanted: Collection[uuid.UUID]) -> None:
    rows = StoryStudent.objects.of(story.school_id).filter(story=story)
    rows.exclude(student_id__in=list(wanted)).delete()
    StoryStudent.objects.bulk_create(
        StoryStudent(school_id=story.school_id, story=story, student_id=one)
        for one in dict.fromkeys(wanted)
        if one not in known
    )


def _reviewed(by: Actor, pk: uuid.UUID, to: str, edit: int | None = None) -> Story:
    story = _moved(by, pk, to, edit)
    if story.author_id == by.person_id:
        raise TaoliError(_("This is your own text. Somebody else reviews it."))
    story.reviewed_by = by.person_id
    return story


def _moved(by: Actor, pk: uuid.UUID, to: str, edit: int | None = None) -> Story:
    story = Story.objects.of(by.school_id).select_for_update().get(pk=pk)
    if to not in STORY_MOVES[State(story.state)] or (edit is not None and story.edit != edit):
        raise ConflictError(_("This text has changed meanwhile. Please look at it again."))
    story.state = to
    story.edit += 1
    return story


def _out(story: Story) -> None:
    story.clean_title, story.clean_text = "", ""
    story.save(update_fields=["state", "clean_title", "clean_text", "edit"])
    for name in settings.STORY_LEAVES:  # later apps that have passed it on take it out there, too
        import_string(name)(story)


def _names(names: Collection[str]) -> dict[str, str]:
    return {"names": "、".join(names)}
