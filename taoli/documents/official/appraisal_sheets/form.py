"""Every mentor on a line; the columns are the scheme's own items."""

from dataclasses import replace

from taoli.common.policy import Actor, Role
from taoli.documents.official.appraisal_sheet.columns import SAMPLE, TAIGU, labels_of, sample_rows, table, title_of
from taoli.documents.official.layout import Holds, OfficialForm, Paragraphs, Part, Sign, Title, Unit
from taoli.roster.models import Term


def parts(labels: tuple[str, ...]) -> tuple[Part, ...]:
    """Return the form for a scheme with these items."""
    return (
        Title("{{ title }}"),
        table(labels),
        Paragraphs("notes", size=9, indent=False),
        Sign(("考核组组长签字",)),
    )


FORM = OfficialForm(
    key="appraisal_sheets",
    title="工作落实考核表（全校）",
    unit=Unit.SCHOOL,
    roles=(Role.MORAL_OFFICE, Role.PRINCIPAL, Role.ASSESSOR),
    landscape=True,
    rules=("TG-28",),
    holds=Holds.SENSITIVE,
    keys_of_scheme=("appraisal",),
    parts=parts(TAIGU),
    sample=SAMPLE,
)


def for_term(actor: Actor, term: Term) -> OfficialForm:
    """Return the form with the items of the term's appraisal."""
    labels = labels_of(actor, term)
    sample = {**FORM.sample, "rows": sample_rows(labels)}
    return replace(FORM, title=title_of(actor, term, FORM.title), parts=parts(labels), sample=sample)
