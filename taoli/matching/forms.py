"""Forms of the matching pages."""

import datetime as dt
import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.idempotency import once
from taoli.common.policy import Actor
from taoli.matching import services
from taoli.matching.models import ChoiceCode, ChoiceRound, MentorOffer, RoundRule, RoundStep
from taoli.matching.phrases import END_REASONS, MODES, UNIT_CHOICES
from taoli.matching.phrases.year import ANSWERS, AWAY_WAYS, DIVIDE_WAYS, END_WAYS, MOVE_WAYS
from taoli.matching.queries.choosing import Typed
from taoli.matching.queries.dividing import ClassList
from taoli.matching.queries.plans import Line
from taoli.matching.queries.shifts import Shift
from taoli.matching.readers.classes import read_list, text_of
from taoli.matching.readers.scores import Scores, read_scores
from taoli.matching.services import Ask, Introduction, NewOffer, add_rule, set_limits
from taoli.roster.models import Grade, Student, Term
from taoli.roster.phrases import problem_sentence
from taoli.roster.readers.problem import RefusedError
from taoli.schemes.phrases import STEPS

DAY = {"type": "date"}
SEPARATORS = re.compile(r"[\s,，、;；]+")
MOST_STUDENTS, MOST_SEED, MOST_BYTES = 500, 2_000_000_000, 10 * 1024 * 1024
MOST_DIGITS = 9


def _day() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs=DAY)


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


class IntroductionForm(forms.Form):
    """What students read of a mentor; how many one takes only where the scheme has mentors declare it."""

    introduction = forms.CharField(
        label=_("A few sentences about yourself"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Please write at least one sentence; students choose by it.")},
    )
    subjects = forms.CharField(
        label=_("What you are glad to help with"),
        max_length=80,
        required=False,
        help_text=_("For example: reading, table tennis, planning one's day, being far from home."),
    )
    places = forms.CharField(
        label=_("When and where one finds you"),
        max_length=80,
        required=False,
        help_text=_("Breaks, noon, after school until 18:00; evenings only if you want."),
    )
    maximum = forms.IntegerField(
        label=_("How many students you take at most"), min_value=0, max_value=MOST_STUDENTS, required=False
    )

    def __init__(self, *args: Any, offer: MentorOffer, declares: bool, **kwargs: Any) -> None:
        """Fill in what is known; a mentor who has written nothing begins with the roster's introduction."""
        initial = {
            "introduction": offer.introduction or offer.staff.introduction,
            "subjects": offer.subjects,
            "places": offer.places,
            "maximum": offer.maximum,
        }
        super().__init__(*args, **{"initial": initial, **kwargs})
        if not declares:
            del self.fields["maximum"]

    def given(self) -> Introduction:
        """Return what a valid form says."""
        return Introduction(**self.cleaned_data)


class CoordinationForm(forms.Form):
    """What the office should know about a mentor and a student."""

    reason = forms.CharField(
        label=_("What should the office know?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Please say in a few words what the office should know.")},
    )


class RuleForm(forms.Form):
    """A new rule about named students, who are written as numbers or names."""

    kind = forms.ChoiceField(label=_("Rule"), choices=RoundRule.Kind.choices, widget=forms.RadioSelect)
    students = forms.CharField(
        label=_("Students"),
        max_length=400,
        help_text=_("Student numbers or names, with a comma or a space between them."),
        error_messages={"required": _("Please name the students.")},
    )
    mentor = forms.ChoiceField(label=_("Mentor (only to pin a student)"), required=False)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=200,
        help_text=_("It stays with the rule and is seen by the office only."),
        error_messages={
            "required": _("Please say why; the reason stays with the rule and is seen by the office only.")
        },
    )

    def __init__(self, *args: Any, students: Sequence[Student], offers: Sequence[MentorOffer], **kwargs: Any) -> None:
        """Know the students and offer the mentors of the round."""
        super().__init__(*args, **kwargs)
        self.known = students
        field = self.fields["mentor"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "—"), *((str(row.staff_id), row.staff.name) for row in offers)]

    def clean_students(self) -> list[uuid.UUID]:
        """Find each student by number, else by a name that only one of the round has."""
        found = []
        for word in SEPARATORS.split(self.cleaned_data["students"].strip()):
            fits = [one for one in self.known if one.number == word] or [one for one in self.known if one.name == word]
            if not fits:
                raise forms.ValidationError(_("%(name)s is not part of the round.") % {"name": word})
            if len(fits) > 1:
                raise forms.ValidationError(
                    _("%(count)s students are called %(name)s. Please write the student number.")
                    % {"count": len(fits), "name": word}
                )
            found.append(fits[0].pk)
        return found

    def save(self, *, by: Actor, round_id: uuid.UUID) -> None:
        """Add the rule."""
        given = self.cleaned_data
        add_rule(
            by=by,
            round_id=round_id,
            kind=given["kind"],
            student_ids=given["students"],
            mentor_id=uuid.UUID(given["mentor"]) if given["mentor"] else None,
            reason=given["reason"],
        )


class LimitsForm(forms.Form):
    """From how many classes a mentor's students may come, and the most students of a category per mentor."""

    max_classes = forms.IntegerField(label=_("Classes per mentor at most"), min_value=1, max_value=20, required=False)

    def __init__(
        self,
        *args: Any,
        choice: ChoiceRound,
        classes: int,
        categories: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        """Make a field for each category the school uses; an empty one is no limit."""
        super().__init__(*args, **{"initial": {"max_classes": choice.max_classes}, **kwargs})
        self.fields["max_classes"].help_text = _("Empty: the scheme's number, %(count)s.") % {"count": classes}
        self.codes = [code for code, _label in categories]
        for code, label in categories:
            name = _("%(category)s: most per mentor") % {"category": label}
            self.fields[f"cap_{code}"] = _number(name, choice.category_caps.get(code))

    def save(self, *, by: Actor, round_id: uuid.UUID) -> None:
        """Write the limits."""
        caps = {code: self.cleaned_data[f"cap_{code}"] for code in self.codes}
        set_limits(
            by=by,
            round_id=round_id,
            max_classes=self.cleaned_data["max_classes"],
            category_caps={code: most for code, most in caps.items() if most is not None},
        )


class ApplicationForm(forms.Form):
    """A teacher applies to be a mentor."""

    wanted = forms.IntegerField(
        label=_("Students at most"), min_value=1, max_value=MOST_STUDENTS, widget=forms.NumberInput()
    )
    introduction = forms.CharField(
        label=_("Introduction"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    edit = forms.IntegerField(widget=forms.HiddenInput, required=False)


class GroupingForm(forms.Form):
    """How groups are to be formed: how many or how large, what to balance, a workbook of scores or groups."""

    count = forms.IntegerField(label=_("How many groups"), min_value=1, max_value=MOST_STUDENTS, required=False)
    size = forms.IntegerField(label=_("About how many in a group"), min_value=1, max_value=100, required=False)
    balance = forms.MultipleChoiceField(
        label=_("Alike in every group"),
        choices=[("gender", _("Girls and boys")), ("layer", _("Layers")), ("boarding", _("Boarders"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    ratio = forms.RegexField(
        label=_("Ratio of layers"),
        regex=r"^\s*[1-9]\d?(\s*[:：]\s*[1-9]\d?){1,5}\s*$",
        required=False,
        help_text=_("Makes layers of the scores in the workbook; without scores, the roster's layers count."),
        error_messages={"invalid": _("Write it as 3:5:2.")},
    )
    file = forms.FileField(
        label=_("Workbook (.xlsx) with 学号 and 成绩, or 学号 and 小组"),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        max_length=120,
        required=False,
        help_text=_("The scores are used for this draft only and are erased when you accept the groups."),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a number or a size, unless the workbook may say the groups."""
        found: dict[str, Any] = super().clean() or {}
        file = found.get("file")
        if file and file.size > MOST_BYTES:
            self.add_error("file", _("The file is larger than 10 MB."))
        if not self.errors and not (found.get("count") or found.get("size") or file):
            self.add_error("count", _("Please say how many groups, or how many students in a group."))
        return found

    def ask(self, seed: int) -> Ask:
        """Return what is asked for, for a valid form; TaoliError when the workbook cannot be read."""
        told = self.cleaned_data
        scores = read_scores(told["file"].read()) if told["file"] else Scores()
        ratio = tuple(int(part) for part in told["ratio"].replace("：", ":").split(":")) if told["ratio"] else ()
        return Ask(told["count"] or 0, told["size"] or 0, tuple(told["balance"]), ratio, scores, seed)


class WorkbookForm(forms.Form):
    """A workbook of wishes."""

    file = forms.FileField(
        label=_("Workbook (.xlsx)"), widget=forms.FileInput(attrs={"accept": ".xlsx"}), max_length=120
    )


class RunForm(forms.Form):
    """How to place the students, where the scheme leaves it open, and the number of the public draw."""

    mode = forms.ChoiceField(label=_("How to place the students"), widget=forms.RadioSelect, required=False)
    seed = forms.IntegerField(
        label=_("Number of the public draw"),
        min_value=0,
        max_value=MOST_SEED,
        help_text=_("Anybody can repeat the result with it. Agree on it beforehand, in public."),
    )

    def __init__(self, *args: Any, modes: Sequence[str], **kwargs: Any) -> None:
        """Offer the modes; a single one is not asked about."""
        super().__init__(*args, **kwargs)
        field = self.fields["mode"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(mode, MODES[mode]) for mode in modes]
        field.initial = modes[0]
        if len(modes) == 1:
            del self.fields["mode"]


class SwapsForm(forms.Form):
    """Swaps agreed at the table, typed as codes of the wall sheet, with one reason for all."""

    lines = forms.CharField(
        label=_("Swaps, one a line"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=2000,
        help_text=_("Two students change seats: 12 48. A student goes to a mentor: 12 M7."),
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=200,
        error_messages={"required": _("Please say why; the reason stays with the move.")},
    )
    override = forms.BooleanField(label=_("Move all the same, although a rule breaks"), required=False)

    def __init__(self, *args: Any, may_override: bool, **kwargs: Any) -> None:
        """Offer to insist only to whom it is allowed."""
        super().__init__(*args, **kwargs)
        if not may_override:
            del self.fields["override"]


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


class DropForm(forms.Form):
    """A card dropped on a mentor; `since`: the last change the page knows. The service asks for the reason."""

    card = forms.UUIDField()
    column = forms.UUIDField()
    partner = forms.UUIDField(required=False)
    reason = forms.CharField(required=False)
    override = forms.BooleanField(required=False)
    edit = forms.IntegerField(min_value=0)
    since = forms.IntegerField(min_value=0)


class PublishForm(forms.Form):
    """From which day the pairings hold, and when everybody is told."""

    starts = forms.DateField(label=_("Pairings begin on"), widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY))
    tell_at = forms.DateTimeField(
        label=_("Tell everybody on"),
        required=False,
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
        help_text=_("Empty: at once. At night and on days without lessons it waits for the next school morning."),
    )


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


class PlanForm(forms.Form):
    """The mentor of each student after a change, each with the pairing that was looked at."""

    beyond = forms.BooleanField(label=_("Do it all the same, although a rule breaks"), required=False)

    def __init__(self, *args: Any, lines: Sequence[Line], mentors: Mapping[str, str], **kwargs: Any) -> None:
        """Make a choice a student: the proposed mentors, whoever else was chosen, or nobody."""
        super().__init__(*args, **kwargs)
        self.lines = lines
        for line in lines:
            name, pk = line.student.name, line.student.pk
            choices = [("", _("nobody for now")), *line.options]
            chosen = self.data.get(f"mentor_{pk}", "")
            if chosen in mentors and chosen not in dict(choices):
                choices.append((chosen, mentors[chosen]))
            self.fields[f"mentor_{pk}"] = forms.ChoiceField(
                label=_("New mentor of %(name)s") % {"name": name},
                choices=choices,
                required=False,
                initial=line.proposed,
            )
            was = line.pairing.pk if line.pairing else None
            self.fields[f"was_{pk}"] = forms.UUIDField(required=False, initial=was, widget=forms.HiddenInput)

    def rows(self) -> list[dict[str, Any]]:
        """Return each line with its fields."""
        return [
            {"line": line, "mentor": self[f"mentor_{line.student.pk}"], "was": self[f"was_{line.student.pk}"]}
            for line in self.lines
        ]

    def clean(self) -> dict[str, Any]:
        """Refuse a line that the page of now no longer has: somebody else was faster."""
        if any(key.startswith("mentor_") and key not in self.fields for key in self.data):
            raise forms.ValidationError(_("Somebody else changed these pairings meanwhile. Please look again."))
        return super().clean() or {}

    def shifts(self) -> list[Shift]:
        """Return what was decided, for a valid form; a line with neither a pairing nor a mentor is left out."""
        found = []
        for line in self.lines:
            pk = line.student.pk
            mentor, was = self.cleaned_data[f"mentor_{pk}"], self.cleaned_data[f"was_{pk}"]
            if mentor or was:
                found.append(Shift(pk, was, uuid.UUID(mentor) if mentor else None))
        return found


def planned(data: Mapping[str, Any]) -> tuple[dt.date, list[Shift]]:
    """Return the day and the shifts of a plan as it is chosen now, malformed parts left out."""
    day = parse_date(str(data.get("starts") or data.get("on") or "")) or clock.today()
    found = []
    for key, value in data.items():
        pk = _uuid(key.removeprefix("mentor_")) if key.startswith("mentor_") else None
        if pk is not None:
            found.append(Shift(pk, _uuid(data.get(f"was_{pk}", "")), _uuid(value)))
    return day, found


def _uuid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


class StartForm(forms.Form):
    """From which day new pairings hold."""

    starts = forms.DateField(label=_("Pairings begin on"), widget=_day())


class AwayForm(forms.Form):
    """Which mentor, what happens, and from when."""

    staff = forms.ChoiceField(label=_("Mentor"))
    way = forms.ChoiceField(label=_("What happens"), choices=list(AWAY_WAYS.items()), widget=forms.RadioSelect)
    starts = forms.DateField(label=_("First day without this mentor"), widget=_day())
    ends = forms.DateField(
        label=_("Last day of the leave"), required=False, help_text=_("Empty: not known yet."), widget=_day()
    )
    substitute = forms.ChoiceField(
        label=_("Who stands in"), required=False, help_text=_("Only where somebody stands in for a time.")
    )
    note = forms.CharField(
        label=_("Reason, for the office only"),
        max_length=200,
        required=False,
        help_text=_("Nobody else sees it; letters and lists say: change of mentor."),
    )

    def __init__(self, *args: Any, mentors: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the school's mentors."""
        super().__init__(*args, **kwargs)
        for name, choices in (("staff", [("", "—"), *mentors]), ("substitute", [("", "—"), *mentors])):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices

    def clean(self) -> dict[str, Any]:
        """Say what is missing for the way that was chosen."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("way") == "stand_in" and not given.get("substitute"):
            self.add_error("substitute", _("Please say who stands in."))
        if given.get("way") == "stopped" and not given.get("note", "").strip():
            self.add_error("note", _("Please say why; only the office sees it."))
        return given


class StudentMoveForm(forms.Form):
    """Who leaves, pauses or comes back, and when."""

    student = forms.CharField(
        label=_("Student number or name"), max_length=60, help_text=_("The whole number, or the whole name.")
    )
    way = forms.ChoiceField(label=_("What happens"), choices=list(MOVE_WAYS.items()), widget=forms.RadioSelect)
    on = forms.DateField(label=_("Last day, or first day back"), widget=_day())
    room = forms.ChoiceField(label=_("Class"), required=False, help_text=_("Only for somebody who comes back."))

    def __init__(self, *args: Any, rooms: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the school's classes."""
        super().__init__(*args, **kwargs)
        field = self.fields["room"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("the class as before")), *rooms]


class DivideForm(forms.Form):
    """The new list: pasted, or a workbook; from when it holds."""

    on = forms.DateField(label=_("In force from"), widget=_day())
    text = forms.CharField(
        label=_("New list"),
        required=False,
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("One student a line: number, then the new class, as copied from a spreadsheet."),
    )
    file = forms.FileField(
        label=_("or a workbook (.xlsx) with these two columns"),
        required=False,
        max_length=120,
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )
    way = forms.ChoiceField(
        label=_("For everybody at first"), choices=list(DIVIDE_WAYS.items()), widget=forms.RadioSelect, initial="keep"
    )

    def clean(self) -> dict[str, Any]:
        """Take the list from the file, if there is one."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("file"):
            try:
                given["text"] = text_of(given["file"].read())
            except RefusedError as refused:
                raise forms.ValidationError(problem_sentence(refused.problem.as_json())) from None
        if not given.get("text", "").strip():
            raise forms.ValidationError(_("Please paste the list, or choose a workbook."))
        return given

    def listed(self) -> ClassList:
        """Return what the list says, for a valid form."""
        return read_list(self.cleaned_data["text"])


class EndManyForm(forms.Form):
    """Which grade, the last day, and why; or that all pairings go on for another year."""

    grade = forms.ChoiceField(label=_("Grade"))
    way = forms.ChoiceField(label=_("What happens"), choices=list(END_WAYS.items()), widget=forms.RadioSelect)
    on = forms.DateField(label=_("Last day"), widget=_day())

    def __init__(self, *args: Any, grades: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the school's grades, or all."""
        super().__init__(*args, **kwargs)
        field = self.fields["grade"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*grades, ("all", _("whole school"))]


class AskForm(forms.Form):
    """A request for another mentor."""

    student = forms.ChoiceField(label=_("For"))
    reason = forms.CharField(
        label=_("Why, in your own words"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Only the moral-education office reads it; it is erased once the office has answered."),
    )

    def __init__(self, *args: Any, students: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer oneself, or one's children."""
        super().__init__(*args, **kwargs)
        field = self.fields["student"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(students)
        if len(students) == 1:
            field.initial, field.widget = students[0][0], forms.HiddenInput()


class AnswerForm(forms.Form):
    """The office's answer to a request."""

    decision = forms.ChoiceField(label=_("Decision"), choices=list(ANSWERS.items()), widget=forms.RadioSelect)
    answer = forms.CharField(
        label=_("Answer"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The student reads it, or the guardian who asked; nobody else."),
    )
    starts = forms.DateField(label=_("First day with the new mentor"), widget=_day())


def _number(label: Any, initial: int | None) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=MOST_STUDENTS,
        required=False,
        initial=initial,
        widget=forms.NumberInput(attrs={"aria-label": label, "inputmode": "numeric"}),
    )


def ids(texts: Sequence[str]) -> list[uuid.UUID]:
    """Return the ids among texts that a browser sent, in their order; whatever is none is left out."""
    found = []
    for text in texts:
        try:
            found.append(uuid.UUID(text))
        except ValueError:
            continue
    return found


class TimesForm(forms.Form):
    """From when until when each step is open; empty: no limit."""

    def __init__(self, *args: Any, steps: Sequence[RoundStep], **kwargs: Any) -> None:
        """Make two fields a step."""
        super().__init__(*args, **kwargs)
        self.steps = steps
        for step in steps:
            label = str(STEPS[step.kind])
            self.fields[f"opens_{step.place}"] = _moment(_("%(step)s: from") % {"step": label}, step.opens)
            self.fields[f"closes_{step.place}"] = _moment(_("%(step)s: until") % {"step": label}, step.closes)

    def rows(self) -> list[dict[str, Any]]:
        """Return each step with its bound fields."""
        return [
            {
                "step": step,
                "label": STEPS[step.kind],
                "opens": self[f"opens_{step.place}"],
                "closes": self[f"closes_{step.place}"],
            }
            for step in self.steps
        ]

    def times(self) -> dict[int, tuple[dt.datetime | None, dt.datetime | None]]:
        """Return place → opening and closing, for a valid form."""
        given = self.cleaned_data
        return {step.place: (given[f"opens_{step.place}"], given[f"closes_{step.place}"]) for step in self.steps}


class AgreementForm(forms.Form):
    """The words of a round's agreement."""

    text = forms.CharField(
        label=_("Words of the agreement"), max_length=4000, widget=forms.Textarea(attrs={"rows": 14})
    )


class MeetingForm(forms.Form):
    """When and where: one of the proposed times, or another one."""

    slot = forms.ChoiceField(label=_("Proposed times"), widget=forms.RadioSelect, required=False)
    at = forms.DateTimeField(
        label=_("Another time"),
        required=False,
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
    )
    place = forms.CharField(label=_("Place"), max_length=60, required=False)

    def __init__(self, *args: Any, slots: Sequence[dt.datetime], **kwargs: Any) -> None:
        """Offer noon and after school of the next school days."""
        super().__init__(*args, **kwargs)
        field = self.fields["slot"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one.isoformat(), date_format(timezone.localtime(one), "n月j日 D H:i")) for one in slots]

    def clean(self) -> dict[str, Any]:
        """Take a time that was typed now, else the proposed one that was chosen, else the one that stood there."""
        given = super().clean() or self.cleaned_data
        typed = given.get("at") if "at" in self.changed_data else None
        if given.get("slot") and not typed:
            given["at"] = dt.datetime.fromisoformat(given["slot"])
        if not self.errors and not given.get("at"):
            raise forms.ValidationError(_("Please choose a time."))
        return given


def _moment(label: Any, initial: dt.datetime | None) -> forms.DateTimeField:
    widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local", "aria-label": label})
    return forms.DateTimeField(label=label, required=False, initial=initial, widget=widget)
