"""Courses, sessions, who was there."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.typed import Line
from taoli.oversight.models import Course, CourseSession, Part
from taoli.oversight.services.courses import CourseFacts, SessionPlan

LONGEST = 99
MOST_SEATS = 2000


def day_field(label: Any, *, required: bool = True) -> forms.DateField:
    """Return a field for a day."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, required=required, widget=widget)


def hour_field(label: Any) -> forms.TimeField:
    """Return a field for an hour."""
    return forms.TimeField(label=label, widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}))


def hours_field(label: Any) -> forms.DecimalField:
    """Return a field for lesson hours."""
    return forms.DecimalField(label=label, min_value=0.5, max_value=LONGEST, max_digits=4, decimal_places=1)


class CourseForm(forms.Form):
    """What a course is."""

    part = forms.ChoiceField(label=_("part of the programme"), choices=Part.choices, widget=forms.RadioSelect)
    title = Line(label=_("title"), max_length=80)
    hours = hours_field(_("hours"))
    aim = Line(label=_("what it is for"), max_length=300, required=False)
    for_new = forms.BooleanField(label=_("every new mentor takes part"), required=False)
    offered = forms.BooleanField(label=_("it is offered"), required=False, initial=True)
    edit = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, course: Course | None, **kwargs: Any) -> None:
        """Begin with what is there."""
        begun: dict[str, Any] = {"edit": 0, "part": Part.NORMS, "offered": True}
        if course is not None:
            begun = {name: getattr(course, name) for name in ("part", "title", "hours", "aim", "for_new", "edit")}
            begun["offered"] = course.closed_on is None
        super().__init__(*args, **{"initial": begun, **kwargs})

    def facts(self) -> CourseFacts:
        """Return what was said."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "edit"}
        return CourseFacts(**said)


PLAN = ("day", "starts", "ends", "hours", "kind", "place", "speaker", "seats", "sign_up_until", "word", "edit")


class SessionForm(forms.Form):
    """When and where a course is held."""

    day = day_field(_("day"))
    starts = hour_field(pgettext_lazy("hour", "from"))
    ends = hour_field(pgettext_lazy("hour", "until"))
    hours = hours_field(_("hours"))
    kind = forms.ChoiceField(label=_("kind"), choices=CourseSession.Kind.choices, widget=forms.RadioSelect)
    place = Line(label=_("place or online address"), max_length=120)
    speaker = Line(label=_("who speaks"), max_length=60, required=False)
    seats = forms.IntegerField(label=pgettext_lazy("course", "seats"), min_value=1, max_value=MOST_SEATS)
    sign_up_until = day_field(_("sign-up until"))
    word = Line(label=_("a word to those who signed up"), max_length=200, required=False)
    edit = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, course: Course, session: CourseSession | None, **kwargs: Any) -> None:
        """Begin with what is there, or with the hours of the course."""
        begun: dict[str, Any] = {"edit": 0, "hours": course.hours, "kind": CourseSession.Kind.LECTURE, "seats": 60}
        if session is not None:
            begun = {name: getattr(session, name) for name in PLAN}
        super().__init__(*args, **{"initial": begun, **kwargs})

    def plan(self) -> SessionPlan:
        """Return what was said."""
        return SessionPlan(**{name: value for name, value in self.cleaned_data.items() if name != "edit"})


class AttendanceForm(forms.Form):
    """A workbook of who was there."""

    file = forms.FileField(
        label=_("Workbook with who was there (.xlsx)"),
        help_text=_("One line a person: 学校, 工号, 姓名. Whoever did not sign up is added."),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )


class BookForm(forms.Form):
    """Whom the office signs up."""

    people = forms.MultipleChoiceField(label=_("Whom the school signs up"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, staff: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the staff who are not signed up."""
        super().__init__(*args, **kwargs)
        field = self.fields["people"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(staff)


class CheckInForm(forms.Form):
    """The code on the wall, or the note that it was scanned."""

    code = Line(label=_("Code on the wall"), max_length=6, required=False)
    ticket = forms.CharField(required=False, widget=forms.HiddenInput)
