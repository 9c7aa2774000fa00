"""An entry of the archive: section, words, day, who reads it, pictures."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.archive.models import GrowthEntry
from taoli.archive.queries.entries import MOST_FILES
from taoli.archive.queries.settings import Kept
from taoli.archive.services.entries import MOST_TEXT, EntryFacts
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.pictures import Cleaned, cleaned
from taoli.common.policy import Actor
from taoli.common.typed import Line, Lines

SeenBy = GrowthEntry.SeenBy
BY_STAFF = {
    SeenBy.MENTOR: _("the student and the mentor"),
    SeenBy.CLASS: _("also the homeroom teacher and the school's leaders"),
    SeenBy.FAMILY: _("also the family"),
}
BY_STUDENT = {
    SeenBy.OWN: _("only I, for now"),
    SeenBy.MENTOR: _("my mentor and I"),
    SeenBy.CLASS: _("also the homeroom teacher and the school's leaders"),
    SeenBy.FAMILY: _("also my family"),
}


class Several(forms.ClearableFileInput):
    """A file input that takes several."""

    allow_multiple_selected = True


class Pictures(forms.FileField):
    """Pictures and PDFs, each cleaned; the first that cannot be kept is named with what is wrong with it."""

    widget = Several(attrs={"accept": "image/jpeg,image/png,image/webp,application/pdf"})

    def clean(self, data: Any, initial: Any = None) -> list[Cleaned]:
        """Draw each picture anew."""
        given = [file for file in (data if isinstance(data, list | tuple) else [data]) if file]
        if len(given) > MOST_FILES:
            raise forms.ValidationError(
                _("At most %(most)s files at once. Please choose the ones that tell most."), params={"most": MOST_FILES}
            )
        return [self._cleaned(super(Pictures, self).clean(file, initial)) for file in given]

    @staticmethod
    def _cleaned(file: Any) -> Cleaned:
        try:
            return cleaned(file.name, file.size, file)
        except TaoliError as refusal:
            raise forms.ValidationError(f"{file.name}: {refusal}") from None


class EntryForm(forms.Form):
    """What is kept."""

    section = forms.ChoiceField(label=_("Section"), widget=forms.RadioSelect)
    text = Lines(label=_("What is to be kept"), max_length=MOST_TEXT, widget=forms.Textarea(attrs={"rows": 4}))
    happened_on = forms.DateField(
        label=_("When it was"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    seen_by = forms.ChoiceField(label=_("Who may read it"), widget=forms.RadioSelect)
    pictures = Pictures(
        label=_("Photos or a PDF"),
        required=False,
        help_text=_("Never asked for; at most six. Place and camera are taken out of photos."),
    )

    def __init__(self, *args: Any, actor: Actor, kept: Kept, **kwargs: Any) -> None:
        """Offer the school's sections and who may read it; a family's words are always the family's."""
        super().__init__(*args, **kwargs)
        self.actor = actor
        section, level = self.fields["section"], self.fields["seen_by"]
        assert isinstance(section, forms.ChoiceField)
        assert isinstance(level, forms.ChoiceField)
        section.choices = list(kept.sections)
        if actor.person_kind == "guardian":
            del self.fields["seen_by"]
        else:
            level.choices = list((BY_STUDENT if actor.person_kind == "student" else BY_STAFF).items())
            level.initial = SeenBy.CLASS
        self.fields["happened_on"].initial = clock.today()

    def facts(self) -> EntryFacts:
        """Return what was said."""
        said = self.cleaned_data
        return EntryFacts(
            section=said["section"],
            text=said["text"],
            happened_on=said["happened_on"],
            seen_by=said.get("seen_by", SeenBy.FAMILY),
        )


class CorrectEntryForm(EntryForm):
    """A correction: also why."""

    reason = Line(label=_("Why it is corrected"), max_length=100)
    field_order = ("section", "text", "happened_on", "seen_by", "reason", "pictures")
