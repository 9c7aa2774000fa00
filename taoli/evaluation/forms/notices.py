"""A public notice, a remark on it, the answer."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.typed import day
from taoli.evaluation.models import HonourNotice, NoticeRemark
from taoli.evaluation.services import NoticeFacts


class NoticeForm(forms.Form):
    """Days and where remarks go; the names are the appraisal's."""

    starts = day(_("up from"))
    until = day(_("up until"), _("Five school days are usual."))
    telephone = forms.CharField(label=_("telephone for remarks"), max_length=40)
    mailbox = forms.CharField(
        label=_("where letters go"), max_length=80, help_text=_("A room with a letter box, or a mail address.")
    )
    edit = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, notice: HonourNotice | None, suggested: dict[str, Any], **kwargs: Any) -> None:
        """Begin with what is there, or with the usual."""
        begun = dict(suggested)
        if notice is not None:
            names = ("starts", "until", "telephone", "mailbox", "edit")
            begun = {name: getattr(notice, name) for name in names}
        super().__init__(*args, **{"initial": begun, **kwargs})

    def facts(self) -> NoticeFacts:
        """Return what was said."""
        said = self.cleaned_data
        return NoticeFacts(said["starts"], said["until"], said["telephone"], said["mailbox"])


class RemarkForm(forms.Form):
    """A remark that came in; who made it is not asked."""

    came_on = day(_("came in on"))
    way = forms.ChoiceField(
        label=_("how it came in"), choices=NoticeRemark.Way.choices, widget=forms.RadioSelect, initial="phone"
    )
    mentor = forms.ChoiceField(label=_("whom it concerns"), required=False)
    text = forms.CharField(
        label=_("what was said"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Without the name of whoever said it."),
    )

    def __init__(self, *args: Any, names: Sequence[dict[str, str]], **kwargs: Any) -> None:
        """Offer the names of the notice."""
        super().__init__(*args, **kwargs)
        field = self.fields["mentor"]
        assert isinstance(field, forms.ChoiceField)
        nobody = pgettext_lazy("remark", "nobody in particular")
        field.choices = [("", nobody), *((one["mentor"], one["name"]) for one in names)]

    def mentor_id(self) -> uuid.UUID | None:
        """Return whom it concerns."""
        return uuid.UUID(self.cleaned_data["mentor"]) if self.cleaned_data["mentor"] else None


class AnswerForm(forms.Form):
    """What the school found."""

    remark = forms.UUIDField(widget=forms.HiddenInput)
    answer = forms.CharField(
        label=_("what the school found and answered"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    upheld = forms.ChoiceField(
        label=_("What follows"),
        widget=forms.RadioSelect,
        choices=[("no", _("The name stands")), ("yes", _("The name is taken off"))],
    )
