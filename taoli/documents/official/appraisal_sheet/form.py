"""One mentor's line with how each point was reckoned; the columns are the scheme's own items."""

from dataclasses import replace

from taoli.common.policy import Actor, Role
from taoli.documents.official.appraisal_sheet.columns import SAMPLE, TAIGU, labels_of, sample_rows, table, title_of
from taoli.documents.official.layout import Col, Holds, OfficialForm, Paragraphs, Part, Rows, Sign, Title, Unit
from taoli.roster.models import Term

DETAILS = Rows(
    "details",
    (
        Col("考核项目", "label", 3.6),
        Col("满分", "most", 1.8),
        Col("得分", "points", 2.0),
        Col("计算", "how", 18.0, "left"),
    ),
    heading="计分说明",
)


def parts(labels: tuple[str, ...]) -> tuple[Part, ...]:
    """Return the form for a scheme with these items."""
    return (
        Title("{{ title }}"),
        table(labels),
        Paragraphs("notes", size=9, indent=False),
        DETAILS,
        Sign(("考核组组长签字", "导师签字")),
    )


FORM = OfficialForm(
    key="appraisal_sheet",
    title="工作落实考核表",
    unit=Unit.MENTOR,
    roles=(Role.MENTOR, Role.MORAL_OFFICE, Role.PRINCIPAL, Role.ASSESSOR),
    landscape=True,
    rules=("TG-28",),
    holds=Holds.SENSITIVE,
    keys_of_scheme=("appraisal",),
    parts=parts(TAIGU),
    sample={
        **SAMPLE,
        "details": [
            {
                "label": "个别指导",
                "most": "20",
                "points": "13.33",
                "how": "应做 6 次，有记录 4 次：20 × 4 ÷ 6 = 13.33 分。",
            }
        ],
    },
)


def for_term(actor: Actor, term: Term) -> OfficialForm:
    """Return the form with the items of the term's appraisal."""
    labels = labels_of(actor, term)
    sample = {**FORM.sample, "rows": sample_rows(labels)}
    return replace(FORM, title=title_of(actor, term, FORM.title), parts=parts(labels), sample=sample)
