"""Forms of the roster."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.common.forms import TenantForm
from taoli.roster.models import SchoolClass, Staff
from taoli.roster.phrases import AUDIENCE_NAMES
from taoli.roster.phrases.calendar import DAY_CHOICES, FOLLOWS_CHOICES
from taoli.roster.phrases.questions import KINDS, NOT_READ, column_label, meaning, samples_line, table_words
from taoli.roster.readers.columns import ALL_SHEETS, SUBJECTS, TAUGHT
from taoli.roster.readers.guess import IGNORE

MOST_FILES = 30
CONFIRMED = "confirmed"


class ManyFiles(forms.FileInput):
    """Several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or several; its value is a list."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Check each of them."""
        files = data if isinstance(data, list | tuple) else [data]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(_("Please choose at most %(n)s files.") % {"n": MOST_FILES})
        return [super(FilesField, self).clean(one, initial) for one in files or [None]]


class ImportForm(forms.Form):
    """The files to be read."""

    file = FilesField(
        label=_("Files"),
        help_text=_(
            "Excel (.xlsx, .xls), OpenDocument (.ods) or text (.csv), at most 10 MB each, several at once; "
            "or one zip of OneRoster or SDS files."
        ),
        widget=ManyFiles(attrs={"accept": ".xlsx,.xlsm,.xls,.ods,.csv,.txt,.zip"}),
        error_messages={"required": _("Please choose a file."), "empty": _("The file is empty.")},
    )


class CalendarForm(forms.Form):
    """A school's own calendar to be read."""

    file = forms.FileField(
        label=_("Workbook"),
        help_text=_("An Excel workbook (.xlsx) of at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        error_messages={"required": _("Please choose a file."), "empty": _("The file is empty.")},
    )


class TimetableForm(forms.Form):
    """A timetable to be read."""

    file = forms.FileField(
        label=_("Workbook or text"),
        help_text=_("An Excel workbook (.xlsx) or a text (.csv) of at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.xls,.ods,.csv"}),
        error_messages={"required": _("Please choose a file."), "empty": _("The file is empty.")},
    )


class AskForm(forms.Form):
    """What was guessed of each table and column, to be confirmed or corrected."""

    def __init__(self, *args: Any, guesses: Sequence[Mapping[str, Any]], **kwargs: Any) -> None:
        """Make one choice for each table, and one for each of its columns."""
        super().__init__(*args, **kwargs)
        self.guesses = guesses
        for n, guess in enumerate(guesses):
            self.fields[f"kind-{n}"] = forms.ChoiceField(
                label=_("This table holds"), choices=list(KINDS.items()), initial=guess["kind"]
            )
            for column in guess["columns"]:
                self.fields[f"column-{n}-{column['place']}"] = forms.ChoiceField(
                    label=column_label(column),
                    help_text=samples_line(column["samples"]),
                    choices=meanings(guess["kind"], guess["columns"]),
                    initial=column["key"] or IGNORE,
                    required=guess["kind"] != IGNORE,
                )

    @property
    def known(self) -> int:
        """How many tables have nothing to ask."""
        return sum(not guess["questions"] for guess in self.guesses)

    @property
    def tables(self) -> list[dict[str, Any]]:
        """Return the tables with their fields: what is asked, and what is certain."""
        rows = []
        for n, guess in enumerate(self.guesses):
            fields = [(column, self[f"column-{n}-{column['place']}"]) for column in guess["columns"]]
            rows.append(
                {
                    **table_words(guess),
                    "kind": self[f"kind-{n}"],
                    "kind_asked": not guess["kind_certain"],
                    "open": bool(guess["questions"]),
                    "asked": [field for column, field in fields if not column["certain"]],
                    "known": [field for column, field in fields if column["certain"]],
                }
            )
        return rows

    def corrections(self) -> dict[str, dict[str, Any]]:
        """Return what was asked or changed, as the reader takes it: a table of another kind is asked anew."""
        told: dict[str, dict[str, Any]] = {}
        for n, guess in enumerate(self.guesses):
            kind = self.cleaned_data[f"kind-{n}"]
            if kind != guess["kind"]:
                told[guess["id"]] = {"kind": kind}
                continue
            columns = {
                column["place"]: value
                for column in guess["columns"]
                if (value := self.cleaned_data[f"column-{n}-{column['place']}"])
                and (not column["certain"] or column["why"] == CONFIRMED or value != (column["key"] or IGNORE))
            }
            if columns or guess["questions"] or guess["kind_why"] == CONFIRMED:
                told[guess["id"]] = {"kind": kind, "columns": columns}
        return told


def meanings(kind: str, columns: Sequence[Mapping[str, Any]] = ()) -> list[tuple[str, str]]:
    """Return what a column of a kind of table may mean: the teachers of a subject too, where a column holds some."""
    keys = [column.key for sheet in ALL_SHEETS if sheet.key == kind for column in sheet.all]
    taught = [column["key"] for column in columns if column["key"].startswith(TAUGHT)]
    subjects = [TAUGHT + one for one in sorted(SUBJECTS)] if taught else []
    return [*((key, meaning(kind, key)) for key in dict.fromkeys([*keys, *taught, *subjects])), (IGNORE, str(NOT_READ))]


class ExportForm(forms.Form):
    """What goes into a OneRoster bundle."""

    since = forms.DateField(
        label=_("Only what has changed since"),
        required=False,
        help_text=_("Empty: everything (bulk). With a day: what differs from then on (delta)."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    contacts = forms.BooleanField(
        label=_("Also birthdays, home addresses and telephone numbers"),
        required=False,
        help_text=_("Only if the other system needs them. Identity-card numbers never go along."),
    )


class StaffForm(TenantForm[Staff]):
    """What the office corrects of a member of staff."""

    class Meta:
        model = Staff
        fields: tuple[str, ...] = (
            *("name", "number", "subject", "phone", "introduction", "reach_times"),
            *("kind", "vetted_on", "until"),
        )
        labels = {
            "name": _("Name"),
            "number": _("Staff number"),
            "subject": _("Subject"),
            "phone": _("Telephone"),
            "introduction": _("Introduction"),
            "reach_times": _("When families can reach me"),
            "kind": _("What he or she is to the school"),
            "vetted_on": _("Checked on (从业查询)"),
            "until": _("Last day at the school"),
        }
        help_texts = {
            "introduction": _("Students and families read it when they choose a mentor."),
            "reach_times": _("For instance: Monday to Thursday, 16:30 to 17:30, office 203."),
            "vetted_on": _("Needed for everybody but teachers before they work with students, and again every year."),
            "until": _("If it is known. An intern needs one."),
        }
        widgets = {
            "introduction": forms.Textarea(attrs={"rows": 5}),
            "vetted_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def _get_validation_exclusions(self) -> set[str]:
        """Leave the uniqueness of the number to the service, which says whose it is."""
        return super()._get_validation_exclusions() | {"school"}


class OwnStaffForm(StaffForm):
    """What a mentor says of herself."""

    class Meta(StaffForm.Meta):
        fields = ("phone", "introduction", "reach_times")


class ClassForm(TenantForm[SchoolClass]):
    """Name and homeroom teacher of a class."""

    class Meta:
        model = SchoolClass
        fields = ("name", "homeroom_teacher")
        labels = {"name": _("Class name"), "homeroom_teacher": _("Homeroom teacher")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the present staff only."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["homeroom_teacher"]
        field.queryset = field.queryset.filter(left_on=None).order_by("sort_key", "number")

    def _get_validation_exclusions(self) -> set[str]:
        """Leave the uniqueness of the name to the service."""
        return super()._get_validation_exclusions() | {"school"}


class TermForm(forms.Form):
    """A term: name, first and last day."""

    name = forms.CharField(label=_("Term name"), max_length=40)
    starts = forms.DateField(label=_("First day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    ends = forms.DateField(label=_("Last day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


class SchoolDayForm(forms.Form):
    """What a day of the term is, corrected by hand."""

    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    kind = forms.ChoiceField(label=_("It is"), choices=DAY_CHOICES, required=False)
    note = forms.CharField(label=_("Note"), max_length=80, required=False)
    follows = forms.TypedChoiceField(
        label=_("Follows the timetable of"),
        help_text=_("For a make-up day."),
        choices=FOLLOWS_CHOICES,
        coerce=int,
        empty_value=None,
        required=False,
    )


class SettingsForm(forms.Form):
    """The roster's switches."""

    keep_identity_numbers = forms.BooleanField(
        label=_("Keep identity-card numbers"),
        required=False,
        help_text=_("Off: imports leave them out, and numbers kept so far are erased."),
    )
    phone = forms.CharField(
        label=_("The school's telephone"),
        max_length=40,
        required=False,
        help_text=_("Letters to families name it."),
    )


class HandoverForm(forms.Form):
    """Who leads a class from when; with a last day somebody only stands in."""

    staff = forms.ChoiceField(label=_("New homeroom teacher"))
    starts = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    ends = forms.DateField(
        label=_("Until"),
        required=False,
        help_text=_("Only for somebody who stands in: afterwards the class goes back by itself."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    seen = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, teachers: list[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the school's teachers."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["staff"]
        field.choices = [("", "—"), *teachers]


class SlipsForm(forms.Form):
    """For whom slips are wanted."""

    audience = forms.ChoiceField(label=_("For whom"), choices=list(AUDIENCE_NAMES.items()))
    room = forms.ChoiceField(label=_("Class"), required=False, help_text=_("For students and families."))
    again = forms.BooleanField(
        label=_("Also for those who have activated theirs"),
        required=False,
        help_text=_("For a forgotten password: the old one works until the new code is used."),
    )

    def __init__(self, *args: Any, rooms: list[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the school's classes."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["room"]
        field.choices = [("", "—"), *rooms]

    def clean(self) -> dict[str, Any]:
        """Students and families are chosen by class."""
        fields: dict[str, Any] = super().clean() or {}
        if fields.get("audience") in {"students", "guardians"} and not fields.get("room"):
            self.add_error("room", _("Please choose a class."))
        return fields


class WatchForm(forms.Form):
    """A list of turns on duty, pasted or as a file."""

    text = forms.CharField(
        label=_("Paste the plan here"),
        required=False,
        max_length=20000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("One line a turn: day, time, name or staff number, post, house. As it stands in your table."),
    )
    file = forms.FileField(label=_("or choose the workbook"), required=False)

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        if not self.cleaned_data.get("text", "").strip() and not self.cleaned_data.get("file"):
            self.add_error("text", _("Please paste the plan or choose a file."))
        return self.cleaned_data


class NumbersForm(forms.Form):
    """The numbers a school gives in need, and who is asked."""

    duty_phone = forms.CharField(
        label=_("Number of the duty office"),
        max_length=40,
        required=False,
        help_text=_("Answered day and night. Students see it before they write a word."),
    )
    care_line = forms.CharField(
        label=_("Number for worries"),
        max_length=40,
        help_text=_("12356 is the psychological help line of the country."),
    )
    hospital = forms.CharField(label=_("Hospital and its number"), max_length=80, required=False)
    police = forms.CharField(label=_("Police station and its number"), max_length=80, required=False)
    bureau = forms.CharField(
        label=_("Education bureau and its number"),
        max_length=80,
        required=False,
        help_text=_("For reports of harm to a student. Empty: 12345."),
    )
    counsellor = forms.ChoiceField(
        label=_("Counsellor"),
        required=False,
        help_text=_("Students can ask to talk with them. Whoever has psychology as subject is offered, too."),
    )
    backup = forms.ChoiceField(
        label=_("Who is asked after two silences"),
        required=False,
        help_text=_("Only where the student has allowed it. Empty: the counsellor, else the moral office."),
    )
    steps = forms.CharField(
        label=_("Whom to report to, in order"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Stands on the night-duty card, one step a line."),
    )

    def __init__(self, *args: Any, staff: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the present staff."""
        super().__init__(*args, **kwargs)
        for name in ("counsellor", "backup"):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", _("nobody named")), *staff]
