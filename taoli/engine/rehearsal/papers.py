"""Rows of the scheme's forms, filled from a run: every column either from the run or left to the hand."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from taoli.engine.facts import Act, Pairing
from taoli.engine.rehearsal.values import Stage
from taoli.engine.scheme import Form

ROWS = 20  # a sample is enough to see that the columns fill
BY_HAND = ("签字", "签名", "盖章", "审核", "意见", "备注", "组长", "评语")
DEFAULT = ("导师", "学生", "班级", "日期", "主题")  # where the text prints no layout: ours


@dataclass(frozen=True, slots=True)
class Filled:
    """A form's rows. `by_hand`: columns the run has nothing for, left to the pen."""

    label: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    by_hand: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """What one row of a form is about: a pairing, and a record of it where there is one."""

    place: int
    pairing: Pairing
    act: Act | None
    stage: Stage

    @property
    def loads(self) -> int:
        """How many students the mentor has."""
        return sum(one.mentor_id == self.pairing.mentor_id for one in self.stage.paired.pairings)

    @property
    def subject(self) -> str:
        """What the mentor teaches."""
        teachers = self.stage.roster.teachers
        return next((one.subject for one in teachers if one.id == self.pairing.mentor_id), "")

    @property
    def topics(self) -> str:
        """The chips ticked on the record, in the scheme's words."""
        labels = {one.key: one.label for one in self.stage.scheme.guidances}
        ticked = self.stage.life.chips.get(self.act.id, ()) if self.act else ()
        return "、".join(labels.get(one, one) for one in ticked)


def _total(line: Line) -> str:
    totals = (sheet.total for sheet in line.stage.sheets if sheet.mentor_id == line.pairing.mentor_id)
    return f"{next(totals, None) or 0:g}"


FROM_RUN: Mapping[str, Callable[[Line], str]] = {
    "考核组评价": _total,
    "学科": lambda line: line.subject,
    "序号": lambda line: str(line.place),
    "班级": lambda line: line.pairing.class_id,
    "年级": lambda line: line.pairing.grade_id,
    "数": lambda line: str(line.loads),
    "时间": lambda line: line.act.on.isoformat() if line.act else "",
    "日期": lambda line: line.act.on.isoformat() if line.act else "",
    "地点": lambda line: line.act.channel if line.act else "",
    "方式": lambda line: line.act.channel if line.act else "",
    "时长": lambda line: str(line.act.minutes or "") if line.act else "",
    "参加": lambda line: str(len(line.act.student_ids)) if line.act else "",
    "对象": lambda line: line.pairing.student_id,
    "学生": lambda line: line.pairing.student_id,
    "被谈话人": lambda line: line.pairing.student_id,
    "受导": lambda line: line.pairing.student_id,
    "姓名": lambda line: line.pairing.student_id,
    "导师": lambda line: line.pairing.mentor_id,
    "教师": lambda line: line.pairing.mentor_id,
    "谈话人": lambda line: line.pairing.mentor_id,
    "记录人": lambda line: line.pairing.mentor_id,
    "小组": lambda line: line.pairing.unit_id or line.pairing.mentor_id,
    "主题": lambda line: line.topics,
    "内容": lambda line: line.topics,
    "记录": lambda line: line.topics,
    "辅导": lambda line: line.topics,
    "指导": lambda line: line.topics,
    "活动": lambda line: line.topics,
    "分析": lambda line: line.topics,
    "情况": lambda line: line.topics,
}


def filled(stage: Stage, form: Form) -> Filled:
    """The form over the first students of the run. A column is understood by a word in its head; the columns of an
    archive section or an appraisal item by that entry's own label. What is signed, judged or told stays empty.
    """
    heads = form.columns or DEFAULT
    sources = [None if any(word in head for word in BY_HAND) else _source(stage, head) for head in heads]
    rows = tuple(tuple(source(line) if source else "" for source in sources) for line in _lines(stage))
    by_hand = tuple(head for place, head in enumerate(heads) if not any(row[place] for row in rows))
    return Filled(form.label, heads, rows, by_hand)


def _source(stage: Stage, head: str) -> Callable[[Line], str] | None:
    appraisal = stage.scheme.appraisal
    if appraisal is not None and head in {item.label for item in appraisal.items}:
        return lambda line: _points(stage, line, head)
    if head in {section.label for section in stage.scheme.archive_sections}:
        return lambda line: line.topics
    return next((source for word, source in FROM_RUN.items() if word in head), None)


def _points(stage: Stage, line: Line, label: str) -> str:
    for sheet in stage.sheets:
        for item in sheet.items:
            if (sheet.mentor_id, item.label) == (line.pairing.mentor_id, label):
                return "" if item.points is None else f"{item.points:g}"
    return ""


def _lines(stage: Stage) -> Iterator[Line]:
    """Pairings of the first students with one record each."""
    first: dict[str, Act] = {}
    for act in stage.life.acts:
        for student in act.student_ids:
            if act.made:
                first.setdefault(student, act)
    for place, pairing in enumerate(stage.paired.pairings[:ROWS], 1):
        yield Line(place, pairing, first.get(pairing.student_id), stage)
