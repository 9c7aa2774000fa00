"""Plan a conference; run it; type it in."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.care.queries.conferences import Place
from taoli.care.queries.meetings import ItemRow
from taoli.care.services.actions import NewAction
from taoli.care.services.conferences import Plan
from taoli.care.services.minutes import Typed
from taoli.common.ids import id_of, ids_of

Choices = Sequence[tuple[str, str]]
PAPER_ACTIONS = range(1, 6)


def day_field(label: Any, *, required: bool = True) -> forms.DateField:
    """Return a field for a day as browsers show it."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, required=required, widget=widget)


class ConferenceForm(forms.Form):
    """When and where, who is in the chair, who comes; of a new one also kind and place."""

    kind = forms.ChoiceField(label=_("Kind"), widget=forms.RadioSelect)
    where = forms.ChoiceField(label=_("Whose"))
    student = forms.ChoiceField(label=_("Student"), required=False)
    held_on = day_field(_("Day"))
    room = forms.CharField(label=_("Room"), max_length=60, required=False)
    title = forms.CharField(label=_("What the meeting is about"), max_length=60, required=False)
    chair = forms.ChoiceField(label=_("In the chair"), required=False)
    members = forms.MultipleChoiceField(
        label=_("Who comes"),
        help_text=_("Nobody ticked: who usually comes to this kind of conference."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    edit = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        places: Sequence[Place] = (),
        kinds: Choices = (),
        staff: Choices = (),
        students: Choices = (),
        known: bool = False,
        **kwargs: Any,
    ) -> None:
        """Offer what the planner may choose; `known`: kind and place are settled."""
        super().__init__(*args, **kwargs)
        for name, offered in (
            ("kind", kinds),
            ("where", [(one.key, one.label or _("the school")) for one in places]),
            ("student", [("", "—"), *students]),
            ("chair", [("", _("me")), *staff]),
            ("members", staff),
        ):
            self.fields[name].choices = offered  # type: ignore[attr-defined]
        if known:
            del self.fields["kind"], self.fields["where"]
        if not students:
            del self.fields["student"]

    def plan(self, kind: str = "", where: str = "", student: uuid.UUID | None = None) -> Plan:
        """Return what was said."""
        said = self.cleaned_data
        return Plan(
            kind=said.get("kind") or kind,
            place=said.get("where") or where,
            held_on=said["held_on"],
            title=said["title"],
            room=said["room"],
            chair_id=id_of(said["chair"]),
            student_id=id_of(said.get("student") or "") or student,
            members=ids_of(said["members"]) or None,
        )


class MeetingForm(forms.Form):
    """One line in the middle, an action beside it."""

    text = forms.CharField(
        label=_("What we say and decide"), required=False, widget=forms.Textarea(attrs={"rows": 5}), max_length=2000
    )
    edit = forms.IntegerField(required=False, widget=forms.HiddenInput)
    case_edit = forms.IntegerField(required=False, widget=forms.HiddenInput)
    what = forms.CharField(label=_("What is to be done"), required=False, max_length=200)
    owner = forms.ChoiceField(label=_("Who does it"), required=False)
    due = day_field(_("By when"), required=False)

    def __init__(self, *args: Any, owners: Choices = (), **kwargs: Any) -> None:
        """Offer the members first, then everybody else."""
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = [("", "—"), *owners]  # type: ignore[attr-defined]

    def count_from(self, edit: int) -> None:
        """Let what stands in the form be a change of this count."""
        self.data = {**{name: self.data.get(name) for name in self.data}, "edit": edit}

    def action(self, student_id: uuid.UUID | None, case_id: uuid.UUID | None) -> NewAction:
        """Return the action as written."""
        said = self.cleaned_data
        return NewAction(
            text=said["what"],
            owner_id=id_of(said["owner"]),
            due_on=said["due"],
            student_id=student_id,
            case_id=case_id,
        )


class PaperForm(forms.Form):
    """What a paper says: the day, each line, the minutes, up to five actions."""

    held_on = day_field(_("Held on"))
    summary = forms.CharField(
        label=_("Minutes of the meeting"), required=False, widget=forms.Textarea(attrs={"rows": 4}), max_length=2000
    )
    edit = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, items: Sequence[ItemRow] = (), owners: Choices = (), students: Choices = (), **kwargs: Any
    ) -> None:
        """Offer one field a line and five lines for actions."""
        super().__init__(*args, **kwargs)
        self.items = list(items)
        for one in self.items:
            self.fields[f"line-{one.pk}"] = forms.CharField(
                label=one.name,
                required=False,
                initial=one.decision,
                max_length=2000,
                widget=forms.Textarea({"rows": 2}),
            )
        for place in PAPER_ACTIONS:
            self.fields[f"what{place}"] = forms.CharField(label=_("What is to be done"), required=False, max_length=200)
            self.fields[f"about{place}"] = forms.ChoiceField(
                label=_("About whom"), required=False, choices=[("", "—"), *students]
            )
            self.fields[f"owner{place}"] = forms.ChoiceField(
                label=_("Who does it"), required=False, choices=[("", "—"), *owners]
            )
            self.fields[f"due{place}"] = day_field(_("By when"), required=False)

    def lines(self) -> list[tuple[ItemRow, Any]]:
        """Return each line of the agenda with its field."""
        return [(one, self[f"line-{one.pk}"]) for one in self.items]

    def action_lines(self) -> list[tuple[Any, ...]]:
        """Return the fields of each action."""
        return [tuple(self[f"{name}{place}"] for name in ("what", "about", "owner", "due")) for place in PAPER_ACTIONS]

    def typed(self) -> Typed:
        """Return what was typed; a line of actions with anything in it is one."""
        said = self.cleaned_data
        told = [place for place in PAPER_ACTIONS if said[f"what{place}"] or said[f"owner{place}"]]
        return Typed(
            held_on=said["held_on"],
            summary=said["summary"],
            decisions=[(one.pk, said[f"line-{one.pk}"]) for one in self.items],
            actions=[
                NewAction(
                    text=said[f"what{place}"],
                    owner_id=id_of(said[f"owner{place}"]),
                    due_on=said[f"due{place}"],
                    student_id=id_of(said[f"about{place}"]),
                )
                for place in told
            ],
        )
