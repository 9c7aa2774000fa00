"""Rounds of star mentors as the bureau sees them: applications, reviews, who would be recognised."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404

from taoli.accounts.queries import people_with
from taoli.common import clock
from taoli.common.policy import Actor, Role
from taoli.engine.stars import Criterion, Evidence, Judged, Kind, chosen, judge, met, value_of
from taoli.oversight.models import StarAward, StarEntry, StarRemark, StarReview, StarRound, StarTie
from taoli.oversight.permissions import STAR_REVIEW, STAR_ROUND
from taoli.roster.models import Staff

EACH = 2  # reviewers of an application at least


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a round; `quota` None: no limit."""

    key: str
    label: str
    quota: int | None
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A criterion beside what the school can show: `value` and `met` are None where people judge."""

    criterion: Criterion
    value: float | None
    met: bool | None


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An application with its live reviews and, once all of them are in, what they say together."""

    row: StarEntry
    level: Level
    reviews: tuple[StarReview, ...]
    judged: Judged | None

    @property
    def submitted(self) -> int:
        """How many reviews are in."""
        return sum(1 for one in self.reviews if one.submitted_at)


def levels_of(row: StarRound) -> list[Level]:
    """Return the levels of a round, the lowest first."""
    return [
        Level(one["key"], one["label"], one["quota"], tuple(_criterion(said) for said in one["criteria"]))
        for one in row.levels
    ]


def level_of(row: StarRound, key: str) -> Level | None:
    """Return one level of a round, or None."""
    return next((one for one in levels_of(row) if one.key == key), None)


def asked(level: Level, evidence: Mapping[str, Any]) -> list[Asked]:
    """Return each criterion of a level beside the school's evidence."""
    shown = Evidence(**evidence)
    return [Asked(one, value_of(one, shown), met(one, shown)) for one in level.criteria]


def rounds(actor: Actor) -> list[StarRound]:
    """Return the rounds of the actor's bureau, the latest first."""
    return list(STAR_ROUND.within(StarRound.objects.all(), actor, "edit").order_by("-apply_until", "id"))


def get_round(actor: Actor, pk: uuid.UUID) -> StarRound:
    """Return one round of the actor's bureau; 404 otherwise."""
    found: StarRound | None = STAR_ROUND.within(StarRound.objects.all(), actor, "edit").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def entry_rows(row: StarRound) -> list[EntryRow]:
    """Return the applications of a round in the order of strokes; three queries."""
    live = StarReview.objects.of(row.school_id).filter(declared_at=None).select_related("reviewer")
    found = (
        StarEntry.objects.of(row.school_id)
        .filter(round=row)
        .select_related("member")
        .prefetch_related(Prefetch("reviews", queryset=live.order_by("id"), to_attr="live"))
    )
    levels = {one.key: one for one in levels_of(row)}
    return [_row(one, levels[one.level], one.live) for one in found.order_by("sort_key", "id")]


def get_entry(actor: Actor, pk: uuid.UUID) -> EntryRow:
    """Return one application of the actor's bureau; 404 otherwise."""
    rows = StarEntry.objects.of(actor.school_id).filter(pk=pk).select_related("member", "round")
    found = rows.first()
    if found is None:
        raise Http404
    reviews = StarReview.objects.of(actor.school_id).filter(entry=found, declared_at=None).select_related("reviewer")
    level = level_of(found.round, found.level)
    assert level is not None
    return _row(found, level, reviews.order_by("id"))


def proposed(row: StarRound, rows: Iterable[EntryRow]) -> set[uuid.UUID]:
    """Return the applications that would be recognised by their reviews, level by level."""
    known = list(rows)
    found: set[uuid.UUID] = set()
    for level in levels_of(row):
        judged = {str(one.row.pk): one.judged for one in known if one.level.key == level.key and one.judged}
        found |= {uuid.UUID(key) for key in chosen(judged, level.quota)}
    return found


def reviewers(school_id: int) -> list[Staff]:
    """Return who reviews in a bureau today, by number."""
    people = people_with(school_id, {Role.REVIEWER}, clock.today())
    return list(Staff.objects.of(school_id).filter(pk__in=people).order_by("number", "id"))


def ties(school_id: int) -> list[StarTie]:
    """Return the ties that hold, by reviewer and school."""
    rows = StarTie.objects.of(school_id).filter(ended_on=None).select_related("reviewer", "member")
    return list(rows.order_by("reviewer__number", "member__sort_key", "id"))


def shut_out(school_id: int) -> dict[str, frozenset[str]]:
    """Return reviewer → schools whose applications the reviewer does not see."""
    tied = [(tie.reviewer_id, str(tie.member_id)) for tie in ties(school_id)]
    return {str(one.pk): frozenset(member for who, member in tied if who == one.pk) for one in reviewers(school_id)}


def own_reviews(actor: Actor) -> list[StarReview]:
    """Return what was assigned to the actor, those to be written first."""
    rows: QuerySet[StarReview] = STAR_REVIEW.within(StarReview.objects.all(), actor, "own")
    found = list(rows.select_related("entry__round", "entry__member").order_by("entry__sort_key", "id"))
    return sorted(found, key=lambda one: one.submitted_at is not None)


def is_tied(actor: Actor, entry_id: uuid.UUID) -> bool:
    """Say whether the actor is shut out of an application of the own bureau by a tie or a declared conflict."""
    entry = StarEntry.objects.of(actor.school_id).filter(pk=entry_id).first()
    if entry is None:
        return False
    tied = StarTie.objects.of(actor.school_id).filter(
        reviewer_id=actor.person_id, member_id=entry.member_id, ended_on=None
    )
    said = StarReview.objects.of(actor.school_id).filter(entry=entry, reviewer_id=actor.person_id)
    return tied.exists() or said.exclude(declared_at=None).exists()


def own_review(actor: Actor, entry_id: uuid.UUID) -> StarReview:
    """Return the actor's review of an application; 404 when it was not assigned."""
    rows: QuerySet[StarReview] = STAR_REVIEW.within(StarReview.objects.all(), actor, "own")
    found = rows.filter(entry_id=entry_id).select_related("entry__round", "entry__member").first()
    if found is None:
        raise Http404
    return found


def others(review: StarReview) -> list[StarReview]:
    """Return the other reviews of the same application, once every one is in; before that none is shown."""
    rows = StarReview.objects.of(review.school_id).filter(entry_id=review.entry_id, declared_at=None)
    found = list(rows.order_by("id"))
    if any(one.submitted_at is None for one in found):
        return []
    return [one for one in found if one.pk != review.pk]


def remarks_of(row: StarRound) -> list[StarRemark]:
    """Return the remarks on the names of a round, the first first."""
    rows = StarRemark.objects.of(row.school_id).filter(entry__round=row).select_related("entry")
    return list(rows.order_by("came_on", "id"))


def awards_of(row: StarRound) -> list[StarAward]:
    """Return what was recognised in a round, in the order of strokes."""
    rows = StarAward.objects.of(row.school_id).filter(entry__round=row).select_related("entry__member")
    return list(rows.order_by("entry__sort_key", "id"))


def get_award(actor: Actor, pk: uuid.UUID) -> StarAward:
    """Return one award of the actor's bureau; 404 otherwise."""
    rows = StarAward.objects.of(actor.school_id).filter(pk=pk)
    found = rows.select_related("entry__member", "entry__school").first()
    if found is None:
        raise Http404
    return found


def holders(school_id: int) -> list[StarAward]:
    """Return what is recognised today in a bureau, in the order of strokes."""
    today = clock.today()
    rows = StarAward.objects.of(school_id).filter(withdrawn_on=None, since__lte=today, until__gte=today)
    found = rows.select_related("entry__member", "entry__round")
    return list(found.order_by("entry__sort_key", "entry__member__sort_key", "id"))


def answers(awards: Iterable[StarAward], lines: Sequence[str]) -> list[tuple[str, list[StarAward]]]:
    """Return for each typed line (a name, a number or both) what is held by whoever it fits; two of one name both."""
    found: dict[str, list[StarAward]] = {}
    for award in awards:
        for person in award.entry.people:
            both = f"{person['name']}{person['number']}", f"{person['number']}{person['name']}"
            for key in (person["name"], person["number"], *both):
                found.setdefault(key, []).append(award)
    return [(line, found.get("".join(line.split()), [])) for line in lines]


def _criterion(said: Mapping[str, Any]) -> Criterion:
    return Criterion(said["key"], said["label"], Kind(said["kind"]), said["number"])


def _row(row: StarEntry, level: Level, reviews: Iterable[StarReview]) -> EntryRow:
    known = tuple(reviews)
    whole = len(known) >= EACH and all(one.submitted_at for one in known)
    keys = [one.key for one in level.criteria]
    scores = [{key: one.scores[key][0] for key in keys} for one in known] if whole else []
    return EntryRow(row, level, known, judge(scores, keys) if scores else None)


def standing(row: StarRound) -> Q:
    """Return the condition of the names that stand on the notice of a round."""
    return Q(round=row, chosen=True, left_out=False)
