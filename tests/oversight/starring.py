"""A round of the district from its draft to its result, step by step, for the tests of star mentors."""

import datetime as dt
import uuid
from typing import Any

import time_machine
from django.urls import reverse

from taoli.accounts import services as accounts
from taoli.accounts.models import Membership
from taoli.common.models import School
from taoli.common.policy import Role, system
from taoli.notifications.models import Notice
from taoli.notifications.phrases import sentence_of
from taoli.oversight.models import Member, StarAward, StarCandidacy, StarEntry, StarReview, StarRound
from taoli.oversight.services.candidacies import Said, apply_for_round, hand_in
from taoli.oversight.services.star_awards import decide_round, deliver
from taoli.oversight.services.star_reviews import submit_review
from taoli.oversight.services.star_rounds import RoundFacts, begin_review, keep_round, open_round, put_up
from taoli.roster.models import Staff
from tests.world import START, TODAY, World

SITE = "https://stars.example/"
LEVELS: list[dict[str, Any]] = [
    {
        "key": "l1",
        "label": "三星导师",
        "quota": None,
        "criteria": [
            {"key": "c1", "label": "导师年限 1", "kind": "years_as_mentor", "number": 1},
            {"key": "c2", "label": "能带动同伴", "kind": "free", "number": 0},
        ],
    },
    {
        "key": "l2",
        "label": "四星导师",
        "quota": 1,
        "criteria": [{"key": "c1", "label": "能带动同伴", "kind": "free", "number": 0}],
    },
]
GOOD = {"c1": (8, "材料属实"), "c2": (7, "同伴愿意请教")}
AFTER = dt.datetime(2026, 12, 7, 10, tzinfo=dt.timezone(dt.timedelta(hours=8)))


def url(name: str, *args: Any) -> str:
    return reverse(f"oversight:{name}", args=args)


def sent(**said: Any) -> dict[str, Any]:
    return {"op": str(uuid.uuid4()), **said}


def facts(**more: Any) -> RoundFacts:
    known: dict[str, Any] = {
        "title": "2026年星级导师认定",
        "kind": "single",
        "levels": LEVELS,
        "needs_below": False,
        "apply_until": TODAY + dt.timedelta(days=5),
        "review_until": TODAY + dt.timedelta(days=10),
        "notice_days": 5,
        "valid_years": 3,
        "telephone": "0000-0000000",
        "mailbox": "区教育局意见箱",
    }
    return RoundFacts(**{**known, **more})


def bring(world: World, bureau: str, name: str, role: Role = Role.REVIEWER) -> Staff:
    """Somebody more in a bureau."""
    school = world.bureaus[bureau]
    row = Staff.objects.create(school=school, number=f"R-{name}", name=name, sort_key=name)
    world.staff[name] = row
    account = accounts.open_account(
        by=system(school.pk),
        school=school,
        username=name,
        person_kind=Membership.Kind.STAFF,
        person_id=row.pk,
        name=name,
    )
    world.accounts[name] = account
    accounts.give_role(by=system(school.pk), account=account, role=role, starts=START)
    return row


def opened(world: World, **more: Any) -> StarRound:
    """A published round of the district; `by`: of another officer."""
    by = world.actor(more.pop("by", "郑岚"))
    return open_round(by=by, pk=keep_round(by=by, facts=facts(**more)).pk)


def applied(world: World, row: StarRound, **more: Any) -> StarCandidacy:
    """王敏 has applied."""
    said = {"level": "l1", "words": "和孩子们一起慢慢走", "years": 3, **more}
    row = StarRound.objects.of(row.school_id).select_related("school").get(pk=row.pk)
    return apply_for_round(by=world.actor("王敏"), row=row, said=Said(**said))


def entered(world: World, row: StarRound, **more: Any) -> StarEntry:
    """The application of 王敏, endorsed and handed in."""
    mine = applied(world, row, **more)
    hand_in(by=world.office, pk=mine.pk, words="学校同意推荐")
    return StarEntry.objects.of(row.school_id).get(candidacy=mine.pk)


def typed(row: StarRound, name: str, level: str = "l1") -> StarEntry:
    """An application of the school next door, as a row."""
    member = Member.objects.of(row.school_id).get(code="linxiao")
    return StarEntry.objects.create(
        school_id=row.school_id,
        round=row,
        member=member,
        candidacy=uuid.uuid4(),
        name=name,
        sort_key=name,
        people=[{"number": f"N-{name}", "name": name}],
        level=level,
        evidence={"years": 2},
        words="陪伴",
        endorsement="同意",
        endorsed_by="校长",
        received_at=dt.datetime(2026, 11, 20, tzinfo=dt.UTC),
    )


def reviewing(world: World, row: StarRound) -> list[StarReview]:
    """Reviewers are drawn; 宋评 and 丁阅 are there."""
    if "丁阅" not in world.staff:
        bring(world, "district", "丁阅")
    begin_review(by=world.actor("郑岚"), pk=row.pk, seed="2026")
    return list(StarReview.objects.of(row.school_id).filter(entry__round=row).select_related("reviewer"))


def judged(world: World, row: StarRound, scores: dict[str, tuple[int, str]] | None = None) -> None:
    """Every review is in."""
    for review in StarReview.objects.of(row.school_id).filter(entry__round=row).select_related("reviewer", "entry"):
        keys = {"c1"} if review.entry.level == "l2" else {"c1", "c2"}
        said = {key: one for key, one in (scores or GOOD).items() if key in keys}
        submit_review(by=world.actor(review.reviewer.name), entry_id=review.entry_id, scores=said)


def on_the_wall(world: World, **more: Any) -> StarRound:
    """王敏 stands on the notice of the district."""
    row = opened(world, **more)
    entered(world, row)
    reviewing(world, row)
    judged(world, row)
    return put_up(by=world.actor("郑岚"), pk=row.pk)


def decided(world: World, **more: Any) -> StarAward:
    """王敏 is a star of the district; the school has been told."""
    row = on_the_wall(world, **more)
    with time_machine.travel(AFTER, tick=False):
        kept = decide_round(by=world.actor("郑岚"), pk=row.pk, site=SITE)
        deliver(row=kept)
    return StarAward.objects.of(row.school_id).select_related("entry").get(entry__round=row)


def bureau(world: World, kind: str = "district") -> School:
    return world.bureaus[kind]


def told(world: World, kind: str) -> list[tuple[str, str, str]]:
    """Whom the school tells what of a kind, and where it leads."""
    names = {one.pk: one.name for one in world.staff.values()}
    rows = Notice.objects.of(world.school).filter(kind=kind).order_by("made_at", "id")
    return [(names[one.receiver_id], sentence_of(one.kind, one.params), one.link) for one in rows]
