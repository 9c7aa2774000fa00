from django import forms

from tests.web.conftest import Render, parsed


class VisitForm(forms.Form):
    place = forms.CharField(label="Place", help_text="Where you met")
    kind = forms.ChoiceField(label="Kind", choices=[("talk", "Talk"), ("call", "Call")], widget=forms.RadioSelect)
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea)
    seen = forms.BooleanField(label="Seen", required=False)
    token = forms.CharField(widget=forms.HiddenInput, initial="t")


FORM = (
    '<c-form :form="form" draft="visit-1" op="kept"><c-slot name="actions"><c-button>Save</c-button></c-slot></c-form>'
)


def test_form_without_slot_shows_every_field_with_its_label(render: Render) -> None:
    html = render(FORM, form=VisitForm())
    page = parsed(html)
    assert page.first("label", for_="id_place")
    assert page.first("input", name="place")["aria-describedby"] == "id_place_helptext"
    assert page.first("p", id="id_place_helptext")
    assert page.first("fieldset", id="id_kind")
    assert [attrs["value"] for tag, attrs in page.elements if attrs.get("name") == "kind"] == ["talk", "call"]
    assert page.first("textarea", name="note")
    assert page.first("input", name="token", type="hidden")
    assert "data-errors" not in html


def test_form_posts_once_and_keeps_its_draft(render: Render) -> None:
    page = parsed(render(FORM, form=VisitForm()))
    form = page.first("form")
    assert (form["method"], form["data-draft"]) == ("post", "visit-1")
    assert page.first("input", name="csrfmiddlewaretoken")["value"] == "token"
    assert page.first("input", name="op")["value"] == "kept"


def test_only_fields_that_may_stay_empty_are_called_optional(render: Render) -> None:
    assert render(FORM, form=VisitForm()).count(">optional<") == 1


def test_refused_form_leads_from_the_summary_to_each_field(render: Render) -> None:
    form = VisitForm({"kind": "talk", "token": "t"})
    form.add_error(None, "Together <impossible>")
    html = render(FORM, form=form)
    page = parsed(html)
    assert page.first("div", role="alert")
    assert page.first("a", href="#id_place")
    assert page.first("p", id="id_place_error")
    assert page.first("input", name="place")["aria-invalid"] == "true"
    assert "2 things need another look" in html
    assert "Together &lt;impossible&gt;" in html


def test_form_with_its_own_slot_shows_only_that(render: Render) -> None:
    html = render('<c-form :form="form"><c-field :field="form.note" label="Words" /></c-form>', form=VisitForm())
    assert "Words" in html
    assert 'name="place"' not in html


def test_get_form_has_no_token_and_no_operation(render: Render) -> None:
    html = render('<c-form method="get" action="/x/">x</c-form>')
    assert "csrfmiddlewaretoken" not in html
    assert 'name="op"' not in html
