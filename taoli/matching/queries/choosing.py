"""The page on which a student chooses: with the own account, a code in the computer room, or the family's link."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.engine.scheme.vocabulary import EligibilityRule
from taoli.matching.models import ChoiceRound, LateChoice, MentorOffer, Wish, WishSheet
from taoli.matching.permissions import WISH
from taoli.matching.queries.rounds import asks_reason, offers, open_choice, ranks_of, round_students
from taoli.matching.queries.steps import choosing, step_of
from taoli.roster.models import Student
from taoli.roster.queries.people import teaches
from taoli.schemes.queries import rules

Taught = Mapping[uuid.UUID, set[uuid.UUID]]


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form and is not saved: mentors, best first; why; `edit`: the sheet it was typed over."""

    mentor_ids: tuple[uuid.UUID, ...] = ()
    reasons: Mapping[uuid.UUID, str] = field(default_factory=dict)
    edit: int = 0
    draft: str = ""


@dataclass(frozen=True, slots=True)
class Pick:
    """A mentor of the page; `place` among the chosen, 0 for none, and the reason typed."""

    offer: MentorOffer
    place: int
    reason: str

    @property
    def subject(self) -> str:
        """What the mentor teaches, empty for nothing known."""
        return self.offer.staff.subject.name if self.offer.staff.subject else ""

    @property
    def sub(self) -> str:
        """The line below the name: subject and places."""
        places = _("%(n)s places") % {"n": self.offer.maximum}
        return f"{self.subject} · {places}" if self.subject else places

    @property
    def lines(self) -> list[str]:
        """What the mentor says: the introduction, what one is glad to help with, when and where one is met."""
        return [words for words in (self.offer.words, self.offer.subjects, self.offer.places) if words]

    @property
    def at(self) -> str:
        """Which wish it is, empty for none."""
        return _("wish %(n)s") % {"n": self.place} if self.place else ""

    @property
    def choose(self) -> str:
        """What the button does, for who hears the page."""
        return _("Choose %(name)s") % {"name": self.offer.staff.name}


@dataclass(frozen=True, slots=True)
class Choosing:
    """The page of one student. `edit`: the sheet that is looked at; `newer`: what somebody else saved meanwhile."""

    student: Student | None
    open: bool
    late: bool
    closes: dt.datetime | None
    ranks: int
    reasons: bool
    picks: list[Pick]
    chosen: list[Pick]
    sheet: WishSheet | None
    saved: bool
    edit: int
    draft: str
    newer: list[str] | None

    @property
    def full(self) -> bool:
        """Whether as many are chosen as may be."""
        return len(self.chosen) >= self.ranks

    @property
    def subjects(self) -> list[str]:
        """The subjects of the mentors, each once."""
        return sorted({pick.subject for pick in self.picks if pick.subject})


def student_choice(actor: Actor) -> ChoiceRound | None:
    """Return the round in which the student who asks may choose, else the latest one with wishes; None without any."""
    present = open_choice(actor)
    if present is not None or actor.person_id is None:
        return present
    rows = ChoiceRound.objects.of(actor.school_id).select_related("term", "scheme").order_by("-created_at")
    for choice in rows:
        if ranks_of(choice) and round_students(choice).filter(pk=actor.person_id).exists():
            return choice
    return None


def may_choose(choice: ChoiceRound, student_id: uuid.UUID | None) -> bool:
    """Say whether the student may open the page now: in time, or because the office lets this one come late."""
    return choosing(choice) or (student_id is not None and late_choice(choice, student_id) is not None)


def late_choice(choice: ChoiceRound, student_id: uuid.UUID) -> LateChoice | None:
    """Return the office's leave to hand in after closing that has not been used, in a round not yet published."""
    if choice.state == ChoiceRound.State.PUBLISHED:
        return None
    rows = LateChoice.objects.of(choice.school_id)
    return rows.filter(round=choice, student_id=student_id, used_at=None).first()


def on_offer(choice: ChoiceRound) -> list[MentorOffer]:
    """Return the mentors a student may wish for, in the order of names: present and with seats."""
    return [row for row in offers(choice) if not row.absent and row.maximum]


def taught(choice: ChoiceRound) -> Taught | None:
    """Return staff → classes taught where the scheme asks that a mentor teaches the class, else None."""
    if rules(choice.scheme).eligibility.rule != EligibilityRule.TEACHES_CLASS:
        return None
    return teaches(choice.school_id, clock.today())


def offered_to(choice: ChoiceRound, class_id: uuid.UUID) -> list[MentorOffer]:
    """Return the mentors whom a student of this class may wish for."""
    known = taught(choice)
    return [row for row in on_offer(choice) if known is None or class_id in known.get(row.staff_id, ())]


def own_wishes(actor: Actor, choice: ChoiceRound) -> list[Wish]:
    """Return the wishes of the student who asks, best first."""
    rows = WISH.within(Wish.objects.of(choice.school_id), actor, "write").filter(round=choice)
    return list(rows.select_related("mentor").order_by("rank"))


def choosing_view(actor: Actor, choice: ChoiceRound, typed: Typed | None = None, *, newest: bool = False) -> Choosing:
    """Return the page of the student who asks; `typed`: not saved yet, None for what is saved.

    `newest`: what was typed met a newer sheet; it is shown beside, and saving again goes over it knowingly.
    """
    person = actor.person_id or choice.pk
    student = round_students(choice).filter(pk=person).first()
    wishes = own_wishes(actor, choice)
    sheet = WishSheet.objects.of(choice.school_id).filter(round=choice, student_id=person).first()
    saved = Typed(
        tuple(row.mentor_id for row in wishes),
        {row.mentor_id: row.reason for row in wishes},
        sheet.edit if sheet else 0,
    )
    shown = typed or saved
    mentors = {row.staff_id: row for row in (offered_to(choice, student.school_class_id) if student else [])}
    ranks = ranks_of(choice)
    chosen = [one for one in dict.fromkeys(shown.mentor_ids) if one in mentors][:ranks]
    step = step_of(choice, "student_choice")
    picks = {one: _pick(row, chosen, shown.reasons) for one, row in mentors.items()}
    return Choosing(
        student=student,
        open=student is not None and may_choose(choice, student.pk),
        late=not choosing(choice),
        closes=step.closes if step else None,
        ranks=ranks,
        reasons=asks_reason(choice),
        picks=list(picks.values()),
        chosen=[picks[one] for one in chosen],
        sheet=sheet,
        saved=sheet is not None and typed is None,
        edit=saved.edit if newest else shown.edit,
        draft=shown.draft,
        newer=[row.mentor.name for row in wishes] if newest else None,
    )


def _pick(row: MentorOffer, chosen: Sequence[uuid.UUID], reasons: Mapping[uuid.UUID, str]) -> Pick:
    place = chosen.index(row.staff_id) + 1 if row.staff_id in chosen else 0
    return Pick(row, place, reasons.get(row.staff_id, ""))
