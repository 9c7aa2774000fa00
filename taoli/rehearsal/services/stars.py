"""The demo's star mentors: a decided round of the district, one under review, one open in the city."""

import datetime as dt
from typing import Any

from taoli.accounts.models import RoleHeld
from taoli.common import clock
from taoli.common.models import School
from taoli.common.offered import bureaus_above
from taoli.common.policy import Actor, Held, Role, system
from taoli.common.unit import change
from taoli.engine.stars import Kind
from taoli.oversight.models import StarCandidacy, StarEntry, StarReview, StarRound
from taoli.oversight.queries.candidacies import get_candidacy
from taoli.oversight.services.bureaus import add_person
from taoli.oversight.services.candidacies import Said, apply_for_round, hand_in
from taoli.oversight.services.star_awards import decide_round, deliver
from taoli.oversight.services.star_reviews import submit_review
from taoli.oversight.services.star_rounds import (
    RoundFacts,
    begin_review,
    keep_round,
    note_star_remark,
    open_round,
    put_up,
)
from taoli.rehearsal.services.people import Loaded
from taoli.rehearsal.services.terms import TERM_STARTS
from taoli.roster.models import Staff

SITE = "http://127.0.0.1:8000/"
WORDS = "每周五放学后留一小时，谁想说话都可以来。三年里我学会先听完，再开口。"
SENTENCE = "学校同意推荐：三年来坚持谈心，带动了同组的青年教师。"
REVIEWERS = (  # beside the district's first one
    ("district", "B004", "韦听松", "second-reviewer"),
    ("city", "B002", "温知远", "city-reviewer"),
    ("city", "B003", "卓临川", "city-second-reviewer"),
)
CRITERIA = (("导师年限 1", Kind.YEARS, 1), ("培训课时 2", Kind.HOURS, 2), ("能带动同伴", Kind.FREE, 0))


def load_stars(district: School, big: Loaded) -> None:
    """Take three rounds through the services of their pages, each to another state."""
    city = bureaus_above(district.pk)[0]
    officers = {one.pk: _holding(one, "B001", Role.OFFICER) for one in (district, city)}
    number = big.made.offices["mentor"]
    mentor = _of(big.staff[number], Role.MENTOR)
    office = Actor(None, big.school.pk, "staff", None, "德育处", (Held(Role.MORAL_OFFICE),))
    by = system(district.pk)
    for bureau, number, name, username in REVIEWERS:
        place = {"district": district, "city": city}[bureau]
        add_person(
            by=system(place.pk), bureau=place, number=number, name=name, role=Role.REVIEWER, username=f"demo-{username}"
        )
    RoleHeld.objects.filter(school__in=(district, city)).update(starts=TERM_STARTS)
    with change(by=by, action="rehearsal.load_stars"):
        _decided(officers[district.pk], mentor, office)
    deliver(row=StarRound.objects.of(district).get(state="result"))
    _noticed(officers[district.pk], mentor, office)
    _reviewed(officers[district.pk], mentor, office)
    last = _round(officers[city.pk], "芳洲市星级导师认定", needs_below=True)
    _applied(mentor, last)


def _round(by: Actor, title: str, **more: Any) -> StarRound:
    today = clock.today()
    criteria = [
        {"key": f"c{place}", "label": label, "kind": kind.value, "number": number}
        for place, (label, kind, number) in enumerate(CRITERIA, 1)
    ]
    known: dict[str, Any] = {
        "title": title,
        "kind": "single",
        "levels": [{"key": "l1", "label": "三星导师", "quota": None, "criteria": criteria}],
        "needs_below": False,
        "apply_until": today + dt.timedelta(days=10),
        "review_until": today + dt.timedelta(days=20),
        "notice_days": 5,
        "valid_years": 3,
        "telephone": "0000-0000000",
        "mailbox": "教育局意见箱（一层大厅）",
    }
    return open_round(by=by, pk=keep_round(by=by, facts=RoundFacts(**{**known, **more})).pk)


def _applied(mentor: Actor, row: StarRound) -> StarCandidacy:
    found = StarRound.objects.of(row.school_id).select_related("school").get(pk=row.pk)
    return apply_for_round(by=mentor, row=found, said=Said(level="l1", words=WORDS, years=3))


def _entered(mentor: Actor, office: Actor, row: StarRound) -> StarEntry:
    mine = _applied(mentor, row)
    hand_in(by=office, pk=get_candidacy(office, mine.pk, "endorse").pk, words=SENTENCE)
    return StarEntry.objects.of(row.school_id).get(candidacy=mine.pk)


def _noticed(officer: Actor, mentor: Actor, office: Actor, title: str = "2026年秋季星级导师认定") -> StarRound:
    row = _round(officer, title)
    entry = _entered(mentor, office, row)
    begin_review(by=officer, pk=row.pk, seed=title)
    _were(row, apply_until=-12, review_until=-2)
    keys = [f"c{place}" for place in range(1, len(CRITERIA) + 1)]
    reviews = StarReview.objects.of(row.school_id).filter(entry=entry).select_related("reviewer")
    for points, review in enumerate(reviews.order_by("reviewer__number"), 7):
        scores = dict.fromkeys(keys, (points, "材料具体，看得到学生的变化"))
        submit_review(by=_of(review.reviewer, Role.REVIEWER), entry_id=entry.pk, scores=scores)
    row = put_up(by=officer, pk=row.pk)
    said: dict[str, Any] = {"way": "phone", "text": "询问年限怎样计算。", "came_on": clock.today()}
    note_star_remark(by=officer, pk=row.pk, entry_id=entry.pk, **said)
    return row


def _decided(officer: Actor, mentor: Actor, office: Actor) -> None:
    """Last spring's: its notice has been down for a while."""
    row = _noticed(officer, mentor, office, "2026年春季星级导师认定")
    _were(row, apply_until=-35, review_until=-20, notice_from=-14, notice_until=-7)
    entry = StarEntry.objects.of(row.school_id).get(round=row)
    for remark in entry.remarks.of(row.school_id):
        remark.answer, remark.upheld, remark.answered_at = "按结对记录计算，已答复。", False, clock.now()
        remark.save()
    decide_round(by=officer, pk=row.pk, site=SITE)


def _reviewed(officer: Actor, mentor: Actor, office: Actor) -> None:
    row = _round(officer, "家校共育专项星级导师认定")
    _entered(mentor, office, row)
    begin_review(by=officer, pk=row.pk, seed="demo")
    _were(row, apply_until=-3, review_until=10)


def _were(row: StarRound, **days: int) -> None:
    """Put days of a round where they would be had it not gone through all its states in one moment."""
    moved = {name: clock.today() + dt.timedelta(days=number) for name, number in days.items()}
    StarRound.objects.of(row.school_id).filter(pk=row.pk).update(**moved)


def _of(person: Staff, role: Role) -> Actor:
    return Actor(None, person.school_id, "staff", person.pk, person.name, (Held(role),))


def _holding(bureau: School, number: str, role: Role) -> Actor:
    return _of(Staff.objects.of(bureau).get(number=number), role)
