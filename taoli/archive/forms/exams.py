"""An exam with its subjects, a workbook of marks, the grid of one class and subject."""

import re
import uuid
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from taoli.archive.models import Exam
from taoli.archive.queries.mark_words import plain
from taoli.archive.services import ExamFacts, Typed
from taoli.common.ids import id_of
from taoli.roster.models import Grade, SchoolClass

LINE = re.compile(r"(.*?\D)[\s:：,，]*(\d+(?:\.\d+)?)?\s*")
USUAL = "语文 150\n数学 150\n英语 150"


class ExamForm(forms.Form):
    """What an exam is; the subjects one a line with the full mark behind."""

    name = forms.CharField(label=pgettext_lazy("exam", "Name"), max_length=60)
    kind = forms.ChoiceField(label=_("Kind of exam"), choices=Exam.Kind.choices)
    held_on = forms.DateField(
        label=_("First day of the exam"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    place = forms.ChoiceField(label=_("Who writes it"))
    subjects = forms.CharField(
        label=_("Subjects and full marks"),
        help_text=_("One a line, the full mark behind it: 语文 150. Without a number it is 100."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    edit = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, exam: Exam | None, places: list[tuple[str, str]], subjects: Any = (), **kwargs: Any
    ) -> None:
        """Offer the grades and classes within reach; what the exam is stands there already."""
        begun: dict[str, Any] = {"subjects": USUAL}
        if exam is not None:
            begun = {"name": exam.name, "kind": exam.kind, "held_on": exam.held_on, "edit": exam.edit}
            begun["place"] = f"class:{exam.school_class_id}" if exam.school_class_id else f"grade:{exam.grade_id}"
            begun["subjects"] = "\n".join(f"{one.name} {plain(one.full)}" for one in subjects)
        super().__init__(*args, **{"initial": begun, **kwargs})
        field = self.fields["place"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = places

    def clean_subjects(self) -> list[tuple[str, Decimal]]:
        """Read the lines."""
        return [_subject(line) for line in self.cleaned_data["subjects"].splitlines() if line.strip()]

    def facts(self, rooms: dict[uuid.UUID, uuid.UUID]) -> ExamFacts:
        """Return what was said; `rooms` is class → its grade."""
        said = self.cleaned_data
        kind, _colon, text = said["place"].partition(":")
        key = uuid.UUID(text)
        return ExamFacts(
            name=said["name"],
            kind=said["kind"],
            held_on=said["held_on"],
            grade_id=key if kind == "grade" else rooms[key],
            class_id=None if kind == "grade" else key,
            subjects=said["subjects"],
        )


def _subject(line: str) -> tuple[str, Decimal]:
    found = LINE.fullmatch(line.strip())
    try:
        full = Decimal(found[2] or "100") if found else Decimal("nan")
    except InvalidOperation:
        full = Decimal("nan")
    if found is None or full.is_nan():
        raise ValidationError(
            gettext("“%(line)s” is no subject. Please write it like 语文 150.") % {"line": line.strip()}
        )
    return found[1], full


def places_of(grades: list[Grade], rooms: list[SchoolClass]) -> list[tuple[str, str]]:
    """Return whom an exam can be for: each grade, then its classes."""
    found: list[tuple[str, str]] = []
    for grade in grades:
        found.append((f"grade:{grade.pk}", grade.name))
        found += [(f"class:{room.pk}", f"　{room.name}") for room in rooms if room.grade_id == grade.pk]
    return found


class MarksForm(forms.Form):
    """A workbook of marks."""

    file = forms.FileField(
        label=_("Workbook with marks"),
        help_text=_("One row a student, one column a subject; 缺考, 请假, 免考 and 补 before a re-sit are understood."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv"}),
    )


def typed_marks(post: QueryDict) -> dict[uuid.UUID, Typed]:
    """Return the cells of a grid: `m-<student>` as typed, `w-<student>` as it was."""
    found = {}
    for name in post:
        student = id_of(name[2:]) if name.startswith("m-") else None
        if student is not None:
            found[student] = Typed(post.get(f"w-{student}", ""), str(post[name])[:20])
    return found
