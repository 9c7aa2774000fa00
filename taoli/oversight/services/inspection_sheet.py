"""The first sheet of an inspection pack: who carries the work, which meetings were held, a few figures with their n."""

from collections import defaultdict

from django.utils import translation

from taoli.accounts.queries import people_with
from taoli.care.models import Conference
from taoli.care.queries.conferences import conference_list
from taoli.common import clock
from taoli.common.policy import Actor, Role
from taoli.documents.official.layout import Col, OfficialForm, Rows, Sheet, Title, Unit
from taoli.duties.queries.coverage import coverage
from taoli.engine.survey import FOR_DETAIL
from taoli.matching.models import Pairing
from taoli.matching.queries.pairings import holding
from taoli.roster.models import SchoolClass, Staff, Student, Term

ORGANISATION = (
    ("校长", Role.PRINCIPAL),
    ("德育处", Role.MORAL_OFFICE),
    ("年级组长", Role.GRADE_LEAD),
    ("考核组", Role.ASSESSOR),
    ("心理教师", Role.COUNSELLOR),
)
FORM = OfficialForm(
    key="inspection_sheet",
    title="全员育人导师制工作一览",
    unit=Unit.SCHOOL,
    roles=(Role.MORAL_OFFICE,),
    parts=(
        Title("{{ title }}"),
        Rows("people", (Col("职责", "office", 4), Col("人员", "names", 12, "left")), heading="一、组织"),
        Rows(
            "figures",
            (Col("项目", "what", 9, "left"), Col("数", "n", 3), Col("说明", "about", 5, "left")),
            heading="二、数据",
        ),
        Rows(
            "meetings",
            (Col("日期", "day", 4), Col("会议", "title", 9, "left"), Col("状态", "state", 3)),
            heading="三、会议",
        ),
    ),
    sample={"people": [], "figures": [], "meetings": []},
)


def inspection_sheet(by: Actor, term: Term) -> Sheet:
    """Return the sheet, made of what is there; no name of a student, no text."""
    with translation.override("zh-hans"):
        data = {"people": _people(by), "figures": _figures(by, term), "meetings": _meetings(by, term)}
    return Sheet(None, FORM.title, data)


def _people(by: Actor) -> list[dict[str, str]]:
    today = clock.today()
    held = {words: people_with(by.school_id, {role}, today) for words, role in ORGANISATION}
    rooms = SchoolClass.objects.of(by.school_id).exclude(homeroom_teacher=None)
    held["班主任"] = set(rooms.values_list("homeroom_teacher_id", flat=True))
    wanted = {one for people in held.values() for one in people}
    rows = Staff.objects.of(by.school_id).filter(pk__in=wanted, left_on=None).order_by("sort_key", "number")
    names = dict(rows.values_list("pk", "name"))
    said = {words: "、".join(name for pk, name in names.items() if pk in people) for words, people in held.items()}
    return [{"office": words, "names": people or "暂无记录"} for words, people in said.items()]


def _figures(by: Actor, term: Term) -> list[dict[str, str]]:
    here = Student.objects.of(by.school_id).filter(left_on=None)
    pairs = Pairing.objects.of(by.school_id).filter(holding(clock.today()), student__left_on=None)
    paired = pairs.values("student_id").distinct().count()
    students = here.count()
    lines = [
        {"what": "在校学生", "n": str(students), "about": ""},
        {"what": "有导师的学生", "n": str(paired), "about": f"{students} 人中"},
        {"what": "导师", "n": str(pairs.values("mentor_id").distinct().count()), "about": ""},
    ]
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in coverage(by, term):
        sums[row.label][0] += row.cells
        sums[row.label][1] += row.met
    lines += [{"what": label, "n": _share(met, cells), "about": f"n = {cells}"} for label, (cells, met) in sums.items()]
    return lines


def _share(met: int, cells: int) -> str:
    return f"{met * 100 // cells}%" if cells >= FOR_DETAIL else "不足 10，不列"


def _meetings(by: Actor, term: Term) -> list[dict[str, str]]:
    held = [one for one in conference_list(by) if one.kind != Conference.Kind.BULLYING]
    shown = [one for one in held if term.starts <= one.held_on <= term.ends]
    return [{"day": f"{one.held_on:%Y-%m-%d}", "title": one.title, "state": one.state_words} for one in shown]
