"""Operations during the year."""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request
from taoli.matching.forms.fields import DAY, day_field
from taoli.matching.models import YearChange
from taoli.matching.phrases import END_REASONS
from taoli.matching.phrases.year import ANSWERS, AWAY_WAYS, DIVIDE_WAYS, END_WAYS, MOVE_WAYS
from taoli.matching.queries.dividing import ClassList
from taoli.matching.queries.plans import Line, Plan
from taoli.matching.queries.shifts import Shift
from taoli.matching.readers.classes import read_list, text_of
from taoli.roster.phrases import problem_sentence
from taoli.roster.readers.problem import RefusedError


class EndForm(forms.Form):
    """The last day of a pairing and why it ends."""

    on = forms.DateField(label=_("Last day"), widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY))
    reason = forms.ChoiceField(label=_("Why it ends"), choices=list(END_REASONS.items()), widget=forms.RadioSelect)
    note = forms.CharField(label=_("In a few words"), max_length=200, required=False)


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
        pk = id_of(key.removeprefix("mentor_")) if key.startswith("mentor_") else None
        if pk is not None:
            found.append(Shift(pk, id_of(data.get(f"was_{pk}", "")), id_of(value)))
    return day, found


class StartForm(forms.Form):
    """From which day new pairings hold."""

    starts = forms.DateField(label=_("Pairings begin on"), widget=day_field())


def confirm_plan(request: Request, plan: Plan, write: Callable[..., YearChange]) -> HttpResponse | dict[str, Any]:
    """Write a plan that was confirmed, once, and go to its letters and slips; until then what its page shows."""
    begin = StartForm(request.POST or None, initial={"starts": clock.today()})
    form = PlanForm(request.POST or None, lines=plan.lines, mentors=plan.names)
    if request.method == "POST" and begin.is_valid() and form.is_valid():

        def work() -> str:
            given = {"starts": begin.cleaned_data["starts"], "beyond": form.cleaned_data["beyond"]}
            row = write(by=request.actor, shifts=form.shifts(), **given)
            messages.success(request, _("Done. The letters and slips can be printed from this page."))
            return reverse("matching:year_show", args=[row.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return {"plan": plan, "begin": begin, "form": form}


class AwayForm(forms.Form):
    """Which mentor, what happens, and from when."""

    staff = forms.ChoiceField(label=_("Mentor"))
    way = forms.ChoiceField(label=_("What happens"), choices=list(AWAY_WAYS.items()), widget=forms.RadioSelect)
    starts = forms.DateField(label=_("First day without this mentor"), widget=day_field())
    ends = forms.DateField(
        label=_("Last day of the leave"), required=False, help_text=_("Empty: not known yet."), widget=day_field()
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
    on = forms.DateField(label=_("Last day, or first day back"), widget=day_field())
    room = forms.ChoiceField(label=_("Class"), required=False, help_text=_("Only for somebody who comes back."))

    def __init__(self, *args: Any, rooms: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the school's classes."""
        super().__init__(*args, **kwargs)
        field = self.fields["room"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("the class as before")), *rooms]


class DivideForm(forms.Form):
    """The new list: pasted, or a workbook; from when it holds."""

    on = forms.DateField(label=_("In force from"), widget=day_field())
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
    on = forms.DateField(label=_("Last day"), widget=day_field())

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
    starts = forms.DateField(label=_("First day with the new mentor"), widget=day_field())
