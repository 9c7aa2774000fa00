"""A form that the demo school prints from its own Word template."""

from dataclasses import replace

from taoli.documents.models import FormTemplate
from taoli.documents.official.registry import forms
from taoli.documents.official.rendering import default_template
from taoli.documents.services.templates import keep_template
from taoli.rehearsal.services.people import Loaded

KEY = "talk_record"


def load_templates(loaded: Loaded) -> None:
    """Put two versions of one form in its place, once; both are the default, so that nothing prints oddly."""
    if FormTemplate.objects.of(loaded.school).exists():
        return
    form = forms()[KEY]
    office = loaded.staff[loaded.made.offices["moral_office"]]
    by = replace(loaded.by, name=office.name)
    for note in ("行距调小", "加了校名"):
        keep_template(by=by, form=form, name=f"{form.title}.docx", data=default_template(form), note=note)
