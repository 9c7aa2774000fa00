"""An evening of the parents' school, and what the paper lists say."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.typed import Line, Lines, day
from taoli.neighbourhood.forms.stations import hour
from taoli.neighbourhood.models import LectureClass, ParentLecture
from taoli.neighbourhood.services.lectures import MOST, LectureFacts

FIELDS = ("kind", "theme", "held_on", "at", "place", "speaker", "sheet", "edit")


class LectureForm(forms.Form):
    """What, when, who speaks, which classes."""

    theme = Line(label=_("theme"), max_length=80)
    kind = forms.ChoiceField(
        label=_("for whom"), choices=ParentLecture.Kind.choices, widget=forms.RadioSelect, initial="class"
    )
    rooms = forms.MultipleChoiceField(label=_("Classes that are asked"), widget=forms.CheckboxSelectMultiple)
    held_on = day(_("day"))
    at = hour(_("at"))
    place = Line(label=_("place"), max_length=60)
    mentor = forms.ChoiceField(
        label=_("A mentor of the school speaks"),
        required=False,
        help_text=_("It counts once as the mentor’s lecture of the term."),
    )
    speaker = Line(
        label=_("Somebody else speaks"),
        max_length=60,
        required=False,
        help_text=_("A guest, or somebody from the bureau’s list of places to learn."),
    )
    sheet = Lines(
        label=_("Sheet for those who are late at work"),
        max_length=1500,
        required=False,
        help_text=_("Anybody with the code can read it for two weeks. Please name no child."),
    )
    edit = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        lecture: ParentLecture | None,
        asked: Sequence[LectureClass],
        rooms: Sequence[tuple[str, str]],
        staff: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        """Begin with what is there; offer classes and mentors, and what stands there already."""
        begun: dict[str, Any] = {name: getattr(lecture, name) for name in FIELDS} if lecture else {"edit": 0}
        begun["mentor"] = str(lecture.mentor_id or "") if lecture else ""
        begun["rooms"] = [str(one.school_class_id) for one in asked]
        super().__init__(*args, **{"initial": begun, **kwargs})
        there = [(str(one.school_class_id), one.school_class.name) for one in asked]
        self._offer("rooms", list(dict([*rooms, *there]).items()))
        speaks = [(str(lecture.mentor.pk), lecture.mentor.name)] if lecture and lecture.mentor else []
        nobody = pgettext_lazy("lecture", "nobody of the school")
        self._offer("mentor", list(dict([("", nobody), *staff, *speaks]).items()))

    def facts(self) -> LectureFacts:
        """Return what was said."""
        said = self.cleaned_data
        mentor = uuid.UUID(said["mentor"]) if said["mentor"] else None
        return LectureFacts(**{name: said[name] for name in FIELDS[:-1]}, mentor_id=mentor)

    def asked(self) -> list[uuid.UUID]:
        """Return the classes."""
        return [uuid.UUID(one) for one in self.cleaned_data["rooms"]]

    def _offer(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


class CountForm(forms.Form):
    """How many families came from each class, from the paper list."""

    def __init__(self, *args: Any, parts: Sequence[LectureClass], **kwargs: Any) -> None:
        """One figure a class."""
        super().__init__(*args, **kwargs)
        for one in parts:
            self.fields[str(one.school_class_id)] = forms.IntegerField(
                label=one.school_class.name, required=False, min_value=0, max_value=MOST, initial=one.typed
            )

    def counts(self) -> dict[uuid.UUID, int | None]:
        """Return class → families; None where nothing was typed."""
        return {uuid.UUID(name): value for name, value in self.cleaned_data.items()}


class DoorForm(forms.Form):
    """The own class, tapped at the door; or the sheet, for whoever is late at work."""

    room = forms.ChoiceField(label=_("Which class is your child in?"), widget=forms.RadioSelect)
    sheet = forms.BooleanField(label=_("I am late at work: show me the sheet"), required=False)

    def __init__(self, *args: Any, parts: Sequence[LectureClass], sheet: bool, **kwargs: Any) -> None:
        """Offer the classes that are asked."""
        super().__init__(*args, **kwargs)
        field = self.fields["room"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(one.school_class_id), one.school_class.name) for one in parts]
        if not sheet:
            del self.fields["sheet"]


class ReasonForm(forms.Form):
    """Why it does not take place."""

    reason = Line(label=_("does not take place because"), max_length=120)
