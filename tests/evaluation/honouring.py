"""A published appraisal with honours, stories, training and applications of the small school, for tests."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

from django.urls import reverse

from taoli.common.policy import Actor, Held, Role
from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun, HonourNotice, StarApplication, Story, TrainingSession
from taoli.evaluation.queries.honours import get_honour
from taoli.evaluation.queries.stories import about_rows
from tests.evaluation.queries.test_honours import FIRST, drafted
from tests.evaluation.work import publish
from tests.world import World

LADDER = [services.Level("一星", ("培训满 2 课时",)), services.Level("二星", ())]
BEFORE, AFTER = dt.date(2026, 11, 12), dt.date(2026, 11, 18)


def url(name: str, *args: Any) -> str:
    """An address of the app."""
    return reverse(f"evaluation:{name}", args=args)


def sent(**fields: Any) -> dict[str, Any]:
    """What a page sends, with an operation id of its own."""
    return {"op": str(uuid.uuid4()), **fields}


def published(world: World, *honours: dict[str, Any], **values: Any) -> AppraisalRun:
    """陈立 10, 李慧 and 王敏 8 each, 周宁 without a total; two seats for the best, so that all three are in."""
    run = drafted(world, honours=list(honours or (FIRST,)), **values)
    return publish(world, run)


def notice(world: World, *, posted: bool = True, **days: Any) -> HonourNotice:
    """The notice of the best, up for the days that are over unless said otherwise."""
    run = published(world)
    facts = services.NoticeFacts(
        **{"starts": BEFORE, "until": AFTER, "telephone": "0354-1234567", "mailbox": "德育处意见箱", **days}
    )
    made = services.prepare_notice(by=world.office, run=run, row=get_honour(run, "best"), facts=facts, edit=0)
    return services.post_notice(by=world.office, pk=made.pk) if posted else made


def assessor(world: World) -> Actor:
    """王敏, who also sits in the office: nobody reviews the own."""
    mentor = world.actor("王敏")
    return Actor(
        account_id=mentor.account_id,
        school_id=mentor.school_id,
        person_kind="staff",
        person_id=mentor.person_id,
        name=mentor.name,
        roles=(*mentor.roles, Held(Role.MORAL_OFFICE)),
    )


def train(world: World, *people: str, theme: str = "怎样谈心", hours: str = "2", **facts: Any) -> TrainingSession:
    """Something held on 18 November in which these took part."""
    said = {
        "held_on": dt.date(2026, 11, 18),
        "theme": theme,
        "kind": "lecture",
        "hours": Decimal(hours),
        "speaker": "",
        "mentor_id": None,
        "place": "会议室",
        **facts,
    }
    took = {world.staff[name].pk: True for name in people}
    return services.keep_session(by=world.office, facts=services.SessionFacts(**said), took_part=took)


def write(world: World, *about: str, text: str = "", title: str = "慢一点", name: str = "王敏") -> Story:
    """A draft by 王敏, paired with the students it is about."""
    facts = services.StoryFacts(
        kind="case",
        title=title,
        text=text or "林子涵第一次来时不说话。王敏老师先陪子涵走了一圈操场，高一(1)班的周一诺也来了。",
        students=tuple(world.students[one].pk for one in about),
    )
    return services.write_story(by=world.actor(name), facts=facts)


def collected(world: World, *about: str, **said: Any) -> Story:
    """A story in the collection, with the consents it needs."""
    story = write(world, *about, **said)
    for row in about_rows(story):
        services.note_consent(by=world.office, pk=story.pk, about_id=row.row.pk, given=True, giver="guardian")
    services.submit_story(by=world.actor("王敏"), pk=story.pk)
    story.refresh_from_db()
    return services.accept_story(
        by=world.office, pk=story.pk, title=story.title, text="某同学第一次来时不说话。", edit=story.edit
    )


def applied(world: World, name: str = "王敏", **said: Any) -> StarApplication:
    """An application of a mentor for the first star of the latest published appraisal."""
    run = AppraisalRun.objects.of(world.school).latest("created_at")
    known = {"level": 1, "met": (), "evidence": (), "words": "", **said}
    by = world.actor(name) if name in world.accounts else world.office
    return services.apply_for_star(by=by, run=run, mentor=world.staff[name], said=services.Application(**known))
