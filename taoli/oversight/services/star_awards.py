"""What was recognised: code and badge in the bureau's fence, the title in the school's, each in its own transaction."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor, system
from taoli.common.unit import change
from taoli.engine.stars import Badge, credential, vc_jwt
from taoli.handover.queries.keys import own_keys
from taoli.handover.services.keys import ensure_keys
from taoli.notifications.services import To, notify
from taoli.oversight.models import StarAward, StarCandidacy, StarEntry, StarRemark, StarRound, StarTitle
from taoli.oversight.queries.certificates import new_code
from taoli.oversight.queries.stars import awards_of, level_of, standing
from taoli.oversight.services.star_rounds import locked_round
from taoli.roster.models import Staff


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a bureau answers to an application: `award` None, not this time."""

    candidacy: uuid.UUID
    bureau: str
    award: dict[str, Any] | None


def decide_round(*, by: Actor, pk: uuid.UUID, site: str) -> StarRound:
    """Decide: whoever stands on the notice is recognised, with a code and a badge signed by the bureau.

    `site`: the address of this installation, for the badge. TaoliError: the notice is still up, or a remark waits.
    """
    ensure_keys(by=by)
    keys = own_keys(by.school_id)
    with change(by=by, action="star_round.decide", object_id=pk) as note:
        row = locked_round(by, pk, StarRound.State.RESULT)
        if row.notice_until is None or clock.today() <= row.notice_until:
            raise TaoliError(_("The notice is still up. It can be decided on the day after its last one."))
        if StarRemark.objects.of(by.school_id).filter(entry__round=row, upheld=None).exists():
            raise TaoliError(_("A remark still waits for an answer."))
        row.decided_at = clock.now()
        row.save()
        entries = StarEntry.objects.of(by.school_id).filter(standing(row)).select_related("school")
        awards = [_award(row, one, keys.sign, site) for one in entries.order_by("sort_key", "id")]
        StarAward.objects.bulk_create(awards)
        note.data |= {"awards": len(awards)}
    return row


def deliver(*, row: StarRound) -> int:
    """Tell every school of this installation what became of its applications; told twice is told once."""
    awards = {one.entry_id: one for one in awards_of(row)}
    entries = StarEntry.objects.of(row.school_id).filter(round=row).select_related("member", "school")
    told = 0
    for entry in entries.order_by("sort_key", "id"):
        if entry.member.hosted_id is None:
            continue
        award = awards.get(entry.pk)
        take_outcome(school_id=entry.member.hosted_id, outcome=_outcome(entry, award))
        told += 1
    return told


def take_outcome(*, school_id: int, outcome: Outcome) -> None:
    """In the school's fence: note what became of an application, and keep the star beside the mentor."""
    by = system(school_id)
    with change(by=by, action="star_title.take", object_id=outcome.candidacy, recognised=outcome.award is not None):
        rows = StarCandidacy.objects.of(school_id).select_for_update()
        row = rows.filter(pk=outcome.candidacy).first()
        if row is None:
            return
        row.state = StarCandidacy.State.RECOGNISED if outcome.award else StarCandidacy.State.NOT_NOW
        row.save(update_fields=["state"])
        _tell(by, row, outcome)
        if outcome.award is None:
            return
        known = {"bureau_name": outcome.bureau, "round_title": row.round_title, **outcome.award}
        for mentor in Staff.objects.of(school_id).filter(pk__in=row.people).order_by("pk"):
            code = str(known["code"])
            StarTitle.objects.of(school_id).update_or_create(
                school_id=school_id, code=code, mentor=mentor, defaults={k: v for k, v in known.items() if k != "code"}
            )


def _tell(by: Actor, row: StarCandidacy, outcome: Outcome) -> None:
    """The mentor, or the team, learns what the bureau decided, each decision once."""
    code = "not_now" if outcome.award is None else "withdrawn" if outcome.award["withdrawn_on"] else "recognised"
    to = [To("staff", uuid.UUID(one)) for one in row.people]
    params = {"round": row.round_title, "code": code}
    link = reverse("oversight:my_stars")
    notify(by=by, to=to, kind="star_outcome", about=f"{row.pk}:{code}", params=params, link=link)


def withdraw_award(*, by: Actor, pk: uuid.UUID, reason: str) -> StarAward:
    """Withdraw an award with a reason: the code says so from now on, and the school is told."""
    if not reason.strip():
        raise TaoliError(_("Please say in a few words why it is withdrawn."))
    with change(by=by, action="star_award.withdraw", object_id=pk):
        row = (
            StarAward.objects.of(by.school_id).select_for_update().select_related("entry__member", "school").get(pk=pk)
        )
        if row.withdrawn_on:
            raise ConflictError(_("This award has been withdrawn already."))
        row.withdrawn_on, row.reason = clock.today(), reason.strip()[:200]
        row.save()
    return row


def tell_withdrawn(*, row: StarAward) -> None:
    """Tell the school that an award was withdrawn."""
    if row.entry.member.hosted_id is not None:
        take_outcome(school_id=row.entry.member.hosted_id, outcome=_outcome(row.entry, row))


def _outcome(entry: StarEntry, award: StarAward | None) -> Outcome:
    said = None
    if award is not None:
        said = {
            "name": entry.name,
            "people": entry.people,
            "label": award.label,
            "code": award.code,
            "since": award.since,
            "until": award.until,
            "badge": award.badge,
            "withdrawn_on": award.withdrawn_on,
        }
    return Outcome(entry.candidacy, entry.school.name, said)


def _award(row: StarRound, entry: StarEntry, key: bytes, site: str) -> StarAward:
    level = level_of(row, entry.level)
    assert level is not None
    since = clock.today()
    until = _years_after(since, row.valid_years)
    code = f"{row.school_id}-{new_code()}"
    badge = Badge(
        address=f"{site}oversight/stars/verify/?code={code}",
        issuer_address=f"{site}oversight/stars/issuer/{row.school_id}/",
        issuer=entry.school.name,
        achievement_address=f"urn:uuid:{row.pk}#{level.key}",
        subject_address=f"urn:uuid:{entry.pk}",
        level=level.label,
        round=row.title,
        criteria="；".join(one.label for one in level.criteria),
        name=entry.name,
        since=timezone.make_aware(dt.datetime.combine(since, dt.time())),
        until=timezone.make_aware(dt.datetime.combine(until, dt.time(23, 59, 59))),
    )
    return StarAward(
        school_id=row.school_id,
        entry=entry,
        code=code,
        label=level.label,
        since=since,
        until=until,
        badge=vc_jwt(key, credential(badge)),
    )


def _years_after(day: dt.date, years: int) -> dt.date:
    """The same day so many years on; for the 29th of February the 28th."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if leap else day.day)
