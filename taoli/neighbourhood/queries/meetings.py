"""The joint meeting: its departments, its calendar, what it settled, and one meeting as a calendar file."""

import datetime as dt
import uuid

from django.db.models import Prefetch
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.neighbourhood.models import JointDecision, JointMeeting, JointMember
from taoli.neighbourhood.permissions import JOINT

PARTS, LONGEST = 3, (40, 200)
HOURS = dt.timedelta(hours=2)


def joint_members(actor: Actor) -> list[JointMember]:
    """Return the departments, in the order they were entered."""
    return list(JointMember.objects.of(actor.school_id).order_by("id")) if JOINT.may(actor, "view") else []


def joint_meetings(actor: Actor) -> list[JointMeeting]:
    """Return the meetings with what each settled, the latest first; two reads."""
    if not JOINT.may(actor, "view"):
        return []
    settled = Prefetch("decisions", JointDecision.objects.of(actor.school_id).order_by("order"))
    return list(JointMeeting.objects.of(actor.school_id).prefetch_related(settled).order_by("-held_on", "-at"))


def get_meeting(actor: Actor, pk: uuid.UUID) -> JointMeeting:
    """Return one of the bureau's meetings; 404 otherwise."""
    found = JointMeeting.objects.of(actor.school_id).filter(pk=pk).first() if JOINT.may(actor, "view") else None
    if found is None:
        raise Http404
    return found


def get_member(actor: Actor, pk: uuid.UUID) -> JointMember:
    """Return one of the departments; 404 otherwise."""
    found = JointMember.objects.of(actor.school_id).filter(pk=pk).first() if JOINT.may(actor, "edit") else None
    if found is None:
        raise Http404
    return found


def decision_lines(meeting: JointMeeting) -> str:
    """Return what was settled as the lines it was read from."""
    rows = JointDecision.objects.of(meeting.school_id).filter(meeting=meeting).order_by("order")
    return "\n".join(f"{one.who} | {one.what} | {one.until}" for one in rows)


def read_decisions(text: str) -> list[tuple[str, str, dt.date]]:
    """Read lines `who | what | until`; TaoliError names the line that cannot be read."""
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        one = _decision([part.strip() for part in line.replace("｜", "|").split("|")])
        if one is None:
            words = {"n": number, "line": line.strip()[:40]}
            raise TaoliError(_("Line %(n)d, “%(line)s”, cannot be read. Please write: who | what | 2026-12-31") % words)
        found.append(one)
    return found


def _decision(parts: list[str]) -> tuple[str, str, dt.date] | None:
    if len(parts) != PARTS:
        return None
    who, what, day = parts
    try:
        until = dt.date.fromisoformat(day)
    except ValueError:
        return None
    fits = 0 < len(who) <= LONGEST[0] and 0 < len(what) <= LONGEST[1]
    return (who, what, until) if fits else None


def calendar_file(meeting: JointMeeting) -> str:
    """Return one meeting as iCalendar (RFC 5545), two hours long; no names of people."""
    starts = timezone.make_aware(dt.datetime.combine(meeting.held_on, meeting.at))
    lines = (
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Taoli//Joint meeting//ZH", "BEGIN:VEVENT"),
        f"UID:{meeting.pk}@taoli",
        f"DTSTAMP:{_utc(clock.now())}",
        f"DTSTART:{_utc(starts)}",
        f"DTEND:{_utc(starts + HOURS)}",
        f"SUMMARY:{_text(meeting.theme)}",
        f"LOCATION:{_text(meeting.place)}",
        *("END:VEVENT", "END:VCALENDAR"),
    )
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _utc(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(words: str) -> str:
    for sign in ("\\", ";", ","):
        words = words.replace(sign, f"\\{sign}")
    return words


def _folded(line: str) -> list[str]:
    """Fold after 24 characters: at most 72 octets of Chinese, as the standard wants."""
    width = 24
    pieces = [line[at : at + width] for at in range(0, len(line), width)]
    return [pieces[0], *(f" {one}" for one in pieces[1:])]
