"""A mentor applies, the school endorses, the document is handed in; each fence in its own transaction."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import Area, School
from taoli.common.policy import Actor, system
from taoli.common.unit import change
from taoli.evaluation.queries.nameless import nameless, student_names
from taoli.notifications.services import To, notify, withdraw
from taoli.oversight.models import Member, StarCandidacy, StarEntry, StarRound
from taoli.oversight.queries.candidacies import (
    candidacy_for,
    colleagues,
    evidence_of,
    get_candidacy,
    own_staff,
    people_of,
    title_codes,
)
from taoli.oversight.queries.star_public import verified
from taoli.oversight.queries.stars import level_of
from taoli.oversight.services.bureaus import by_strokes

State = StarCandidacy.State
TEAM = 8
RETURNED = "star_returned"  # the kind of notice


@dataclass(frozen=True, slots=True)
class Said:
    """What a mentor applies with; `team` are colleagues beside the applicant, `years` what records do not know."""

    level: str
    words: str
    years: int = 0
    name: str = ""
    team: tuple[uuid.UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What leaves the school: nothing else does. `codes`: stars of a district, which a round of the city asks for."""

    round_id: uuid.UUID
    candidacy: uuid.UUID
    school: str
    name: str
    people: tuple[dict[str, str], ...]
    level: str
    evidence: dict[str, Any]
    words: str
    endorsement: str
    endorsed_by: str
    codes: tuple[str, ...]


class NamedError(TaoliError):
    """A text names students; `proposal` is the text without the names."""

    def __init__(self, proposal: str) -> None:
        """Keep the proposal."""
        super().__init__(_("Names were found and replaced below. Please read it once more and send it again."))
        self.proposal = proposal


def apply_for_round(*, by: Actor, row: StarRound, said: Said) -> StarCandidacy:
    """Apply for a level of a published round, or write a returned application anew.

    `row` comes from `queries.candidacies.get_offered`. TaoliError: closed, an unknown level, a team too large or too
    small; NamedError: the words name students; ConflictError: it waits or is handed in already.
    """
    mentor, level = own_staff(by), level_of(row, said.level)
    if row.state != StarRound.State.OPEN or row.apply_until < clock.today():
        raise TaoliError(_("This round takes no more applications."))
    if level is None:
        raise TaoliError(_("Please choose a level."))
    people = _people(by, row, said)
    clean = nameless(said.words, student_names(by.school_id, mentor.pk))
    if clean.found:
        raise NamedError(clean.text)
    evidence = evidence_of(mentor)
    evidence["years"] = max(evidence["years"], said.years)
    with change(by=by, action="candidacy.apply", round=str(row.pk)) as note:
        mine = candidacy_for(by, row.pk) or StarCandidacy(school_id=by.school_id, mentor=mentor, round_id=row.pk)
        if mine.edit and mine.state != State.RETURNED:
            raise ConflictError(_("You have applied for this round already."))
        if mine.edit:  # it came back and is on its way again
            withdraw(by=by, kind=RETURNED, about=_round_trip(mine), receivers=[mentor.pk])
        mine.bureau, mine.round_title, mine.name = row.school, row.title, said.name
        mine.people, mine.level, mine.label = people, level.key, level.label
        mine.evidence, mine.words, mine.consented_at = evidence, said.words, clock.now()
        mine.state, mine.edit = State.SENT, mine.edit + 1
        mine.save()
        note.object_id = mine.pk
    return mine


def return_candidacy(*, by: Actor, pk: uuid.UUID, words: str) -> None:
    """Give an application back to its mentor with a word."""
    with change(by=by, action="candidacy.return", object_id=pk):
        row = _waiting(by, pk)
        row.endorsement, row.state = words, State.RETURNED
        row.save()
        to, link = [To("staff", row.mentor_id)], reverse("oversight:my_stars")
        notify(by=by, to=to, kind=RETURNED, about=_round_trip(row), params={"round": row.round_title}, link=link)


def _round_trip(row: StarCandidacy) -> str:
    """What a notice of its return is about: each time it was sent is another."""
    return f"{row.pk}:{row.edit}"


def hand_in(*, by: Actor, pk: uuid.UUID, words: str) -> None:
    """Endorse with a sentence and hand the document in: first the bureau takes it, then the school notes it.

    TaoliError, nothing noted: one's own application, or whatever the bureau refuses. Sent twice it arrives once.
    """
    row = get_candidacy(by, pk, "endorse")
    if str(by.person_id) in row.people:
        raise TaoliError(_("This is your own application. Somebody else endorses it."))
    if row.state != State.SENT:
        raise ConflictError(_("This application does not wait for the school any more."))
    take_entry(bureau_id=row.bureau_id, document=_document(by, row, words))
    with change(by=by, action="candidacy.hand_in", object_id=pk):
        kept = _waiting(by, pk)
        kept.endorsement, kept.endorsed_by, kept.endorsed_at = words, by.person_id, clock.now()
        kept.state = State.HANDED_IN
        kept.save()


def take_entry(*, bureau_id: int, document: Document) -> StarEntry:
    """In the bureau's fence: take an application in; handed in once more before the last day, it replaces the first.

    TaoliError: no member school, closed, a level it has not, evidence that cannot be, or (where the round asks for it)
    no star of a district.
    """
    round_row = StarRound.objects.of(bureau_id).filter(pk=document.round_id).select_related("school").first()
    if round_row is not None and round_row.needs_below:
        _recognised_below(round_row.school, document)
    with change(by=system(bureau_id), action="star_entry.take", object_id=document.candidacy):
        member = Member.objects.of(bureau_id).filter(code=document.school, left_on=None).first()
        rows = StarRound.objects.of(bureau_id).select_for_update()
        row = rows.filter(pk=document.round_id).first()
        if member is None or row is None:
            raise TaoliError(_("The bureau does not know this school or this round."))
        if row.state != StarRound.State.OPEN or row.apply_until < clock.today():
            raise TaoliError(_("This round takes no more applications."))
        if level_of(row, document.level) is None or not _possible(document):
            raise TaoliError(_("The bureau cannot read this application. Please write it anew."))
        found, _new = StarEntry.objects.of(bureau_id).update_or_create(
            school_id=bureau_id,
            candidacy=document.candidacy,
            defaults={
                "round": row,
                "member": member,
                "name": document.name,
                "sort_key": by_strokes(document.name),
                "people": list(document.people),
                "level": document.level,
                "evidence": document.evidence,
                "words": document.words,
                "endorsement": document.endorsement,
                "endorsed_by": document.endorsed_by,
                "received_at": clock.now(),
            },
        )
    return found


def _document(by: Actor, row: StarCandidacy, words: str) -> Document:
    people = people_of(row)
    return Document(
        round_id=row.round_id,
        candidacy=row.pk,
        school=row.school.code,
        name=row.name or row.mentor.name,
        people=tuple({"number": one.number, "name": one.name} for one in people),
        level=row.level,
        evidence=row.evidence,
        words=row.words,
        endorsement=words,
        endorsed_by=by.name,
        codes=tuple(title_codes(row.school_id, row.mentor_id)),
    )


def _people(by: Actor, row: StarRound, said: Said) -> list[str]:
    if row.kind == StarRound.Kind.SINGLE:
        return [str(by.person_id)]
    known = {one.pk for one in colleagues(by)}
    team = list(dict.fromkeys(said.team))
    if not said.name.strip() or not team or len(team) + 1 > TEAM or not set(team) <= known:
        raise TaoliError(_("A team has a name and two to eight members of the school, you among them."))
    return [str(by.person_id), *(str(one) for one in team)]


def _possible(document: Document) -> bool:
    numbers = all(isinstance(one, int | float) and 0 <= one < 10_000 for one in document.evidence.values())  # noqa: PLR2004
    return numbers and 1 <= len(document.people) <= TEAM


def _recognised_below(bureau: School, document: Document) -> None:
    """A star of a district below, of the same school and person, that holds today: its public code is asked."""
    numbers = {one["number"] for one in document.people}
    for code in document.codes:
        try:
            found = verified(code)
        except TaoliError:
            continue
        area = found.bureau.area
        below = area is not None and area.kind == Area.Kind.DISTRICT and area.parent_id == bureau.area_id
        same = found.award.entry.member.code == document.school and numbers & found.numbers
        if below and same and found.state == "valid":
            return
    raise TaoliError(_("The city takes only whom a district has recognised. No star of a district was found."))


def _waiting(by: Actor, pk: uuid.UUID) -> StarCandidacy:
    row = StarCandidacy.objects.of(by.school_id).select_for_update().get(pk=pk)
    if row.state != State.SENT:
        raise ConflictError(_("This application does not wait for the school any more."))
    return row
