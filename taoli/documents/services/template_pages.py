"""What the pages of templates show."""

from dataclasses import dataclass

from taoli.common.models import School
from taoli.common.policy import Actor
from taoli.documents.models import FormTemplate
from taoli.documents.official.known import described
from taoli.documents.official.layout import OfficialForm
from taoli.documents.official.registry import forms
from taoli.documents.phrases import FRAME_WORDS
from taoli.documents.queries.templates import in_use, kept_file, versions


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A form in the list: its own template in use, if any, or that one lies in the server's data folder."""

    form: OfficialForm
    own: FormTemplate | None
    on_server: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A placeholder with the words printed beside it; `loop` is the list it stands in."""

    name: str
    words: str
    loop: str = ""


def template_rows(actor: Actor) -> list[TemplateRow]:
    """Return every form by its title."""
    own, code = in_use(actor), _code(actor)
    rows = [TemplateRow(form, own.get(key), kept_file(key, code) is not None) for key, form in forms().items()]
    return sorted(rows, key=lambda row: (row.own is None, row.form.title))


@dataclass(frozen=True, slots=True)
class TemplateView:
    """One form's template: the version in use, all versions, the placeholders."""

    form: OfficialForm
    own: FormTemplate | None
    on_server: bool
    versions: list[FormTemplate]
    places: list[Place]


def template_view(actor: Actor, form: OfficialForm) -> TemplateView:
    """Return what the page of one form's template shows."""
    rows = list(versions(actor, form.key))
    own = next((row for row in rows if row.state == FormTemplate.State.IN_USE), None)
    return TemplateView(form, own, kept_file(form.key, _code(actor)) is not None, rows, places(form))


def places(form: OfficialForm) -> list[Place]:
    """Return the placeholders of a form in the order they are printed, the frame first."""
    frame = [Place(f"{{{{ {name} }}}}", str(words)) for name, words in FRAME_WORDS.items()]
    return frame + [_place(path, words) for path, words in described(form).items()]


def _place(path: str, words: str) -> Place:
    steps = path.split(".")
    if len(steps) == 2:  # noqa: PLR2004 a field of the sheet itself
        return Place(f"{{{{ {path} }}}}", words)
    return Place(f"{{{{ row.{steps[-1]} }}}}", words, f"{{%tr for row in {'.'.join(steps[:-1])} %}}")


def _code(actor: Actor) -> str:
    return School.objects.get(pk=actor.school_id).code
