"""Forms of the matching pages."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext_lazy as _

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.idempotency import once
from taoli.common.policy import Actor
from taoli.matching import services
from taoli.matching.models import ChoiceCode, MentorOffer
from taoli.matching.phrases import END_REASONS, UNIT_CHOICES
from taoli.matching.queries.choosing import Typed
from taoli.matching.services import NewOffer
from taoli.roster.models import Grade, Term

DAY = {"type": "date"}
MOST_STUDENTS, MOST_SEED, MOST_BYTES = 500, 2_000_000_000, 10 * 1024 * 1024
MOST_DIGITS = 9


class RoundForm(forms.Form):
    """A new round: name, term, unit, grades, and the last day for students to choose."""

    name = forms.CharField(label=_("Name of the round"), max_length=60)
    term = forms.ChoiceField(label=_("Term"))
    unit = forms.ChoiceField(label=_("What a mentor is given"), widget=forms.RadioSelect)
    grades = forms.MultipleChoiceField(
        label=_("Grades"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("None chosen: the whole school."),
    )
    closes = forms.DateField(
        label=_("Students choose until"), widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY), required=False
    )

    def __init__(
        self,
        *args: Any,
        terms: Sequence[Term],
        grades: Sequence[Grade],
        units: Sequence[str],
        choosing: bool,
        **kwargs: Any,
    ) -> None:
        """Offer what the school and its scheme have."""
        super().__init__(*args, **kwargs)
        self._offer("term", [(str(term.pk), term.name) for term in terms])
        self._offer("grades", [(str(grade.pk), grade.name) for grade in grades])
        self._offer("unit", [(unit, UNIT_CHOICES.get(unit, unit)) for unit in units])
        self.fields["unit"].initial = units[0]
        if not choosing:
            del self.fields["closes"]

    def _offer(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


class OffersForm(forms.Form):
    """Least, aim and most of every mentor, and who is away; the first line fills all mentors at once."""

    def __init__(self, *args: Any, offers: Sequence[MentorOffer], **kwargs: Any) -> None:
        """Make four fields a mentor."""
        super().__init__(*args, **kwargs)
        self.offers = offers
        for bound, label in (("minimum", _("At least")), ("target", _("Aim")), ("maximum", _("At most"))):
            self.fields[f"all_{bound}"] = _number(label, None)
        for offer in offers:
            pk, name = offer.staff_id, offer.staff.name
            self.fields[f"minimum_{pk}"] = _number(_("%(name)s: at least") % {"name": name}, offer.minimum)
            self.fields[f"target_{pk}"] = _number(_("%(name)s: aim") % {"name": name}, offer.target)
            self.fields[f"maximum_{pk}"] = _number(_("%(name)s: at most") % {"name": name}, offer.maximum)
            self.fields[f"absent_{pk}"] = forms.BooleanField(
                label=_("%(name)s: away") % {"name": name}, required=False, initial=offer.absent
            )

    def rows(self) -> list[dict[str, Any]]:
        """Return each mentor with the bound fields."""
        kinds = ("minimum", "target", "maximum", "absent")
        return [{"offer": offer, **{kind: self[f"{kind}_{offer.staff_id}"] for kind in kinds}} for offer in self.offers]

    def taken(self) -> dict[uuid.UUID, NewOffer]:
        """Return staff → offer, for a valid form."""
        return {offer.staff_id: self._one(offer.staff_id) for offer in self.offers}

    def _one(self, pk: uuid.UUID) -> NewOffer:
        def bound(kind: str) -> int | None:
            everybody: int | None = self.cleaned_data.get(f"all_{kind}")
            own: int | None = self.cleaned_data[f"{kind}_{pk}"]
            return own if everybody is None else everybody

        return NewOffer(
            minimum=bound("minimum") or 0,
            target=bound("target"),
            maximum=bound("maximum") or 0,
            absent=self.cleaned_data[f"absent_{pk}"],
        )


class WorkbookForm(forms.Form):
    """A workbook of wishes."""

    file = forms.FileField(
        label=_("Workbook (.xlsx)"), widget=forms.FileInput(attrs={"accept": ".xlsx"}), max_length=120
    )


class RunForm(forms.Form):
    """The number of the public draw."""

    seed = forms.IntegerField(
        label=_("Number of the public draw"),
        min_value=0,
        max_value=MOST_SEED,
        help_text=_("Anybody can repeat the result with it. Agree on it beforehand, in public."),
    )


class MoveForm(forms.Form):
    """Where a student goes, why, and whether a limit may be passed."""

    mentor = forms.ChoiceField(label=_("New mentor"))
    partner = forms.UUIDField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=200,
        error_messages={"required": _("Please say why; the reason stays with the move.")},
    )
    override = forms.BooleanField(label=_("Move all the same, although a rule breaks"), required=False)
    edit = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, mentors: Sequence[tuple[str, str]], may_override: bool, **kwargs: Any) -> None:
        """Offer the mentors of the round."""
        super().__init__(*args, **kwargs)
        field = self.fields["mentor"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(mentors)
        if not may_override:
            del self.fields["override"]


class PublishForm(forms.Form):
    """From which day the pairings hold."""

    starts = forms.DateField(label=_("Pairings begin on"), widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY))


class EndForm(forms.Form):
    """The last day of a pairing and why it ends."""

    on = forms.DateField(label=_("Last day"), widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY))
    reason = forms.ChoiceField(label=_("Why it ends"), choices=list(END_REASONS.items()), widget=forms.RadioSelect)
    note = forms.CharField(label=_("In a few words"), max_length=200, required=False)


class CodeForm(forms.Form):
    """The code of a slip, as typed in the computer room."""

    code = forms.CharField(
        label=_("Code on your slip"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "autofocus": True}
        ),
    )


class IssueForm(forms.Form):
    """For which class codes or links are made."""

    room = forms.ChoiceField(label=_("Class"))
    kind = forms.ChoiceField(
        label=_("What is printed"), choices=ChoiceCode.Kind.choices, widget=forms.RadioSelect, initial="room"
    )

    def __init__(self, *args: Any, rooms: Sequence[tuple[str, str]], outside: bool, **kwargs: Any) -> None:
        """Offer the classes of the round; links for families only where these can reach the server."""
        super().__init__(*args, **kwargs)
        room, kind = self.fields["room"], self.fields["kind"]
        assert isinstance(room, forms.ChoiceField)
        assert isinstance(kind, forms.ChoiceField)
        room.choices = list(rooms)
        if not outside:
            kind.choices = [one for one in ChoiceCode.Kind.choices if one[0] != ChoiceCode.Kind.FAMILY]


def typed_wishes(post: QueryDict) -> Typed:
    """Return what stands in a form of wishes; a tap on a button without a script changes the order but saves nothing.

    `tap`: add, drop, up or down with the mentor's id behind a colon, or "clear".
    """
    order = ids_of(post.getlist("w"))
    reasons = {one: post.get(f"reason_{one}", "").strip()[:200] for one in order}
    edit = post.get("edit", "")
    verb, _colon, which = post.get("tap", "").partition(":")
    return Typed(
        mentor_ids=tuple(_tapped(order, verb, ids_of([which]))),
        reasons=reasons,
        edit=int(edit) if edit.isdecimal() and len(edit) < MOST_DIGITS else 0,
        draft=post.get("draft", ""),
    )


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What came of a form of wishes: where to go, or why not (`stale`: saved elsewhere meanwhile); what was typed."""

    typed: Typed
    answer: HttpResponse | None = None
    late: bool = False
    error: str = ""
    stale: bool = False


def hand_in(request: HttpRequest, *, by: Actor, source: str, then: str, round_id: uuid.UUID | None = None) -> HandedIn:
    """Save the wishes of a POST for the student who acts, once, and go on to `then`; a tap saves nothing.

    `round_id`: that of the code; None for the one the form names, so that a form is not taken for a later round.
    """
    typed, saved = typed_wishes(request.POST), []
    named = ids_of([request.POST.get("round", "")])
    meant = round_id or (named[0] if named else uuid.UUID(int=0))

    def work() -> str:
        sheet = services.set_wishes(
            by=by,
            round_id=meant,
            student_id=by.person_id or uuid.UUID(int=0),
            mentor_ids=typed.mentor_ids,
            reasons=[typed.reasons.get(one, "") for one in typed.mentor_ids],
            source=source,
            edit=typed.edit,
        )
        saved.append(sheet.late)
        return then

    if request.POST.get("tap"):
        return HandedIn(typed)
    try:
        answer = once(request, work, by=by)
    except TaoliError as refusal:
        return HandedIn(typed, error=str(refusal), stale=isinstance(refusal, ConflictError))
    return HandedIn(typed, answer, late=any(saved))


def paper_lines(post: QueryDict, ranks: int) -> list[services.PaperLine]:
    """Return the lines of a page of typed sheets that have anything in them, spaces taken out."""
    columns = [post.getlist(f"wish{place}") for place in range(1, ranks + 1)]
    replaced = set(post.getlist("replace"))
    found = []
    for place, number in enumerate(post.getlist("number")):
        wishes = ["".join(column[place].split())[:60] if place < len(column) else "" for column in columns]
        line = services.PaperLine("".join(number.split())[:30], tuple(wishes), str(place) in replaced)
        if line.number or any(line.wishes):
            found.append(line)
    return found


def ids_of(texts: Sequence[str]) -> list[uuid.UUID]:
    """Return the ids among some texts, the others left out."""
    found = []
    for text in texts:
        try:
            found.append(uuid.UUID(text))
        except ValueError:
            continue
    return found


def _tapped(order: list[uuid.UUID], verb: str, which: list[uuid.UUID]) -> list[uuid.UUID]:
    if verb == "clear":
        return []
    if verb == "add" and which and which[0] not in order:
        return [*order, which[0]]
    if not which or which[0] not in order:
        return order
    place, rest = order.index(which[0]), [one for one in order if one != which[0]]
    target = {"up": max(place - 1, 0), "down": place + 1}.get(verb)
    return rest if verb == "drop" else order if target is None else [*rest[:target], which[0], *rest[target:]]


def _number(label: Any, initial: int | None) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=MOST_STUDENTS,
        required=False,
        initial=initial,
        widget=forms.NumberInput(attrs={"aria-label": label, "inputmode": "numeric"}),
    )
