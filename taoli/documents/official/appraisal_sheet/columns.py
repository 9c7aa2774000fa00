"""The columns of 工作落实考核表: the published ones, and between them one for each item of the scheme."""

from collections.abc import Sequence
from typing import Any

from taoli.common.policy import Actor
from taoli.documents.official.layout import Col, Rows
from taoli.evaluation.phrases import shown
from taoli.evaluation.queries.sheets import current_run, sheets
from taoli.roster.models import Term
from taoli.schemes.queries import rules

# Taigu's six, as the default form prints them (TG-31 … TG-36).
TAIGU = ("对接落实\n10分", "每轮活动\n20分", "个别指导\n20分", "流失数\n20分", "学生反馈\n20分", "家长反馈\n10分")
FIRST = (
    Col("序号", "no", 1.2),
    Col("导师姓名", "mentor", 2.3),
    Col("受导学生数量", "mentees", 1.9),
    Col("班级", "classes", 3.2, "left"),
)
LAST = (Col("考核组评价", "total", 2.8), Col("考核组组长", "", 2.4))
BRACES = {ord(one): None for one in "{}%#"}
WIDTH, LEAST = 25.8, 1.2
POINTS = ("10", "20", "待定", "20", "未计", "未计")
SAMPLE_ROW = {"no": "1", "mentor": "王敏", "mentees": "3", "classes": "高一(1)班、高一(2)班", "total": "待定"}


def sample_rows(labels: Sequence[str]) -> list[dict[str, str]]:
    """Return an invented mentor's line with one value an item: what a template may name is what the scheme has."""
    return [SAMPLE_ROW | {f"item{place}": POINTS[place % len(POINTS)] for place in range(len(labels))}]


SAMPLE: dict[str, Any] = {
    "rows": sample_rows(TAIGU),
    "notes": ["“未计”：没有足够的答卷，该项暂不计分。", "草稿，尚未公布。"],
}


def table(labels: Sequence[str]) -> Rows:
    """Return the table with one column an item."""
    rest = WIDTH - sum(col.width for col in (*FIRST, *LAST))
    each = max(rest / max(len(labels), 1), LEAST)
    items = tuple(Col(label, f"item{place}", each) for place, label in enumerate(labels))
    return Rows("rows", (*FIRST, *items, *LAST))


def labels_of(actor: Actor, term: Term) -> tuple[str, ...]:
    """Return the items of the term's appraisal with their points; Taigu's while there is none."""
    run = current_run(actor.school_id, term)
    sheet = sheets(actor, run).first() if run else None
    return tuple(head_of(item["label"], item["max"]) for item in sheet.items) if sheet else TAIGU


def head_of(label: str, most: float) -> str:
    """Return the head of an item's column; a label is never read as a placeholder."""
    return f"{label.translate(BRACES)}\n{shown(most)}分"


def title_of(actor: Actor, term: Term, otherwise: str) -> str:
    """Return what the scheme of the term's appraisal calls the form."""
    run = current_run(actor.school_id, term)
    named = [form.label for form in rules(run.scheme).forms if form.key == "appraisal"] if run else []
    return next(iter(named), otherwise)
