"""Research topics: kept by the school, handed in to its bureau, approved there; every new stage is handed in anew."""

import datetime as dt
import uuid
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.offered import bureaus_above
from taoli.common.policy import Actor, system
from taoli.common.unit import change
from taoli.oversight.models import FiledTopic, Filing, Topic, TopicStage
from taoli.oversight.queries.courses import member_by_school
from taoli.oversight.queries.topics import stages_of
from taoli.roster.models import Staff

AT_BUREAU = (Filing.FILED, Filing.APPROVED)


@dataclass(frozen=True, slots=True)
class TopicFacts:
    """What is said of a topic."""

    title: str
    level: str
    leader_id: uuid.UUID
    members: str
    result: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A topic as it is handed in: adults' names, titles and days."""

    ref: uuid.UUID
    title: str
    level: str
    leader: str
    members: str
    result: str
    stages: list[dict[str, str]]


def keep_topic(*, by: Actor, facts: TopicFacts, pk: uuid.UUID | None = None, edit: int = 0) -> Topic:
    """Write a topic, or change one; what the bureau has of it follows. ConflictError: it was changed meanwhile."""
    if not Staff.objects.of(by.school_id).filter(pk=facts.leader_id).exists():
        raise TaoliError(_("Please choose who leads it."))
    with change(by=by, action="topic.keep") as note:
        row = Topic(school_id=by.school_id)
        if pk is not None:
            row = Topic.objects.of(by.school_id).select_for_update().get(pk=pk)
            if row.edit != edit:
                raise ConflictError(_("Somebody changed this meanwhile. Please look at it again."))
        for name, value in asdict(facts).items():
            setattr(row, name, value)
        row.edit += 1
        row.save()
        _follow(row)
        note.object_id = row.pk
    return row


def reach_stage(*, by: Actor, pk: uuid.UUID, step: str, day: dt.date, document: str) -> TopicStage:
    """Note that a stage was reached, or put it right. TaoliError: a day to come."""
    if day > clock.today():
        raise TaoliError(_("This day has not come yet."))
    with change(by=by, action="topic.stage", object_id=pk, step=step):
        topic = Topic.objects.of(by.school_id).select_for_update().get(pk=pk)
        row, _new = TopicStage.objects.update_or_create(
            school_id=by.school_id, topic=topic, step=step, defaults={"day": day, "document": document}
        )
        _follow(topic)
    return row


def file_topic(*, by: Actor, pk: uuid.UUID) -> Topic:
    """Hand a topic in to the nearest bureau. TaoliError: there is none; ConflictError: it is there already."""
    with change(by=by, action="topic.file", object_id=pk):
        row = Topic.objects.of(by.school_id).select_for_update().get(pk=pk)
        if row.filing in AT_BUREAU:
            raise ConflictError(_("It is with the bureau already."))
        above = bureaus_above(by.school_id)
        if not above:
            raise TaoliError(_("There is no bureau above this school yet."))
        row.filing, row.bureau, row.answer = Filing.FILED, above[0], ""
        row.edit += 1
        row.save()
        receive_topic(above[0].pk, by.school_id, _paper(row), anew=True)
    return row


def receive_topic(bureau_id: int, school_id: int, paper: Paper, *, anew: bool) -> None:
    """In the bureau's fence: a school hands a topic in (`anew`: to be decided), or tells a new stage of it."""
    with change(by=system(bureau_id), action="topic.receive", object_id=paper.ref):
        member = member_by_school(bureau_id, school_id)
        if member is None:
            raise TaoliError(_("The bureau does not list this school as a member. Please ask it."))
        known = FiledTopic.objects.of(bureau_id).filter(member=member, ref=paper.ref).first()
        row = known or FiledTopic(school_id=bureau_id, member=member, filed_at=clock.now())
        for name, value in asdict(paper).items():
            setattr(row, name, value)
        if anew:
            row.filing, row.answer, row.filed_at = Filing.FILED, "", clock.now()
        row.edit += 1
        row.save()


def decide_topic(*, by: Actor, pk: uuid.UUID, approve: bool, answer: str, edit: int) -> FiledTopic:
    """Approve a topic, or give it back with a word. TaoliError: no word; ConflictError: it was changed meanwhile."""
    with change(by=by, action="topic.decide", object_id=pk, approve=approve):
        row = FiledTopic.objects.of(by.school_id).select_for_update().select_related("member").get(pk=pk)
        if row.edit != edit or row.filing != Filing.FILED:
            raise ConflictError(_("Somebody changed this meanwhile. Please look at it again."))
        if not approve and not answer:
            raise TaoliError(_("Please say in a few words what is still missing."))
        row.filing, row.answer = Filing.APPROVED if approve else Filing.RETURNED, answer
        row.edit += 1
        row.save(update_fields=["filing", "answer", "edit"])
        if row.member.hosted_id is not None:
            topic_answered(row.member.hosted_id, row.ref, row.filing, answer)
    return row


def topic_answered(school_id: int, ref: uuid.UUID, filing: str, answer: str) -> None:
    """In the school's fence: what the bureau has decided."""
    with change(by=system(school_id), action="topic.answered", object_id=ref, filing=filing):
        Topic.objects.of(school_id).filter(pk=ref).update(filing=filing, answer=answer)


def _follow(row: Topic) -> None:
    if row.filing in AT_BUREAU and row.bureau_id is not None:
        receive_topic(row.bureau_id, row.school_id, _paper(row), anew=False)


def _paper(row: Topic) -> Paper:
    leader = Staff.objects.of(row.school_id).get(pk=row.leader_id).name
    stages = stages_of(row.school_id, [row.pk])[row.pk]
    return Paper(row.pk, row.title, row.level, leader, row.members, row.result, stages)
