"""The end of the demo's last term: a small published appraisal with its honours, training, stories, an application."""

import datetime as dt
import uuid
from decimal import Decimal

from taoli.common import clock
from taoli.common.policy import Actor, Held, Role
from taoli.common.unit import change
from taoli.evaluation.models import AppraisalRun, AppraisalSheet, TrainingSession
from taoli.evaluation.queries.checksum import checksum
from taoli.evaluation.queries.honours import get_honour
from taoli.evaluation.queries.stories import about_rows
from taoli.evaluation.services import (
    Application,
    EntryFacts,
    Level,
    NoticeFacts,
    SessionFacts,
    StoryFacts,
    accept_story,
    add_career_entry,
    apply_for_star,
    confirm_career_entry,
    decide_notice,
    keep_session,
    note_consent,
    post_notice,
    prepare_notice,
    set_ladder,
    submit_story,
    write_story,
)
from taoli.matching.queries.pairings import live_pairings
from taoli.rehearsal.services.pairing import PAIRED_FROM
from taoli.rehearsal.services.people import Loaded
from taoli.roster.models import Staff, Term
from taoli.schemes.queries import of_term

LAST_TERM, LAST_STARTS, LAST_ENDS = "2025-2026学年第二学期", dt.date(2026, 2, 25), dt.date(2026, 7, 3)
UP_FROM, UP_UNTIL = dt.date(2026, 9, 7), dt.date(2026, 9, 11)
SHEETS, FULL = 40, 100.0
LADDER = (
    Level("一星导师", ("全学期考核有考核表", "培训满 2 课时")),
    Level("二星导师", ("收入案例集一篇", "导师课堂一次")),
    Level("三星导师", ("连续两学期二星",)),
)
TRAININGS = (
    (dt.date(2026, 9, 16), "怎样开始第一次谈心", "workshop", "2", False),
    (dt.date(2026, 10, 28), "月考之后，怎样陪学生看一张成绩单", "lecture", "1.5", True),
)
CASE = (
    "第一次谈话，{name}坐下来没有说话。我没有追问，先一起在操场走了两圈。第三圈时，{call}说晚上总睡不着，怕月考。\n\n"
    "我们约好先做一件事：十点半把手机放到客厅。两周后{call}自己来找我，说能睡着了。\n\n"
    "这件事让我明白，谈心不必急着解决问题，先让学生觉得有人在听。"
)
REFLECTION = "这个月谈了十次话，有三次是我说得太多。下个月给自己定一条：先听满五分钟，再开口。"
ESSAY = "傍晚走进学生家里，饭桌上的作业本翻到一半。家长说，孩子总提到学校的那棵海棠。我忽然觉得，路走得值。"


def load_honours(loaded: Loaded) -> None:
    """Write all of it through the services of its pages, the appraisal's sheets as rows; once."""
    if TrainingSession.objects.of(loaded.school).exists():
        return
    mentor = loaded.staff[loaded.made.offices["mentor"]]
    guide = _actor(loaded, mentor, Role.MENTOR)
    with change(by=loaded.by, action="rehearsal.load_honours"):
        run = _appraisal(loaded, mentor)
        _trainings(loaded, mentor)
        _stories(loaded, guide)
        if run is not None:
            _notice(loaded, run)
            set_ladder(by=loaded.by, label="星级导师", levels=LADDER, edit=0)
            said = Application(
                level=1, met=LADDER[0].criteria, evidence=("training",), words="两次培训都参加了，笔记附在档案里。"
            )
            apply_for_star(by=guide, run=run, mentor=mentor, said=said)
        facts = EntryFacts(dt.date(2026, 10, 20), "lecture", "在年级家长会上讲“怎样听孩子说话”", "家长会签到表")
        row = add_career_entry(by=guide, facts=facts)
        confirm_career_entry(by=loaded.by, pk=row.pk)


def _appraisal(loaded: Loaded, mentor: Staff) -> AppraisalRun | None:
    """Last term's sheets, as they were typed from paper: totals only."""
    scheme = of_term(loaded.school.pk, loaded.term.starts, clock.today())
    if scheme is None:
        return None
    term = Term.objects.create(school=loaded.school, name=LAST_TERM, starts=LAST_STARTS, ends=LAST_ENDS)
    at = dt.datetime(2026, 9, 4, 9, tzinfo=dt.UTC)
    run = AppraisalRun.objects.create(
        school=loaded.school, term=term, scheme=scheme, created_at=at, drafted_at=at, published_at=at
    )
    mentees: dict[uuid.UUID, int] = {}
    for row in live_pairings(loaded.school.pk, PAIRED_FROM):
        mentees[row.mentor_id] = mentees.get(row.mentor_id, 0) + 1
    chosen = [mentor.pk, *sorted(pk for pk in mentees if pk != mentor.pk)][:SHEETS]
    sheets = [
        AppraisalSheet(
            school=loaded.school,
            run=run,
            mentor_id=pk,
            mentees=mentees.get(pk, 0),
            units=1,
            total=FULL - 4 - place / 2,
            full=FULL,
        )
        for place, pk in enumerate(chosen)
    ]
    AppraisalSheet.objects.bulk_create(sheets)
    run.state, run.checksum = AppraisalRun.State.PUBLISHED, checksum(sheets)
    run.save(update_fields=["state", "checksum"])
    return run


def _notice(loaded: Loaded, run: AppraisalRun) -> None:
    row = get_honour(run, "excellent")
    facts = NoticeFacts(UP_FROM, UP_UNTIL, "0000-0000000", "德育处意见箱（办公楼一层）")
    notice = prepare_notice(by=loaded.by, run=run, row=row, facts=facts, edit=0)
    post_notice(by=loaded.by, pk=notice.pk)
    decide_notice(by=loaded.by, pk=notice.pk)


def _trainings(loaded: Loaded, mentor: Staff) -> None:
    people = [mentor.pk, *(one.pk for one in loaded.staff.values() if one.pk != mentor.pk)][:SHEETS]
    for held_on, theme, kind, hours, own in TRAININGS:
        speaker = mentor.pk if own else None
        facts = SessionFacts(held_on, theme, kind, Decimal(hours), "" if own else "外请专家", speaker, "阶梯教室")
        keep_session(by=loaded.by, facts=facts, took_part=dict.fromkeys(people, True))


def _stories(loaded: Loaded, guide: Actor) -> None:
    """One in the collection, one that waits, one draft."""
    assert guide.person_id is not None
    pairing = next(row for row in live_pairings(loaded.school.pk, PAIRED_FROM) if row.mentor_id == guide.person_id)
    name = pairing.student.name
    text = CASE.format(name=name, call=name[-2:])
    case = write_story(by=guide, facts=StoryFacts("case", "先走两圈", text, (pairing.student_id,)))
    for one in about_rows(case):
        note_consent(by=guide, pk=case.pk, about_id=one.row.pk, given=True, giver="guardian")
    edit = submit_story(by=guide, pk=case.pk).edit
    clean = CASE.format(name="学生甲", call="学生甲")
    accept_story(by=loaded.by, pk=case.pk, title="先走两圈", text=clean, edit=edit)
    waiting = write_story(by=guide, facts=StoryFacts("reflection", "先听五分钟", REFLECTION + f"（{name}）", ()))
    submit_story(by=guide, pk=waiting.pk)
    write_story(by=guide, facts=StoryFacts("visit_essay", "海棠", ESSAY, ()))


def _actor(loaded: Loaded, staff: Staff, role: Role) -> Actor:
    return Actor(
        account_id=None,
        school_id=loaded.school.pk,
        person_kind="staff",
        person_id=staff.pk,
        name=staff.name,
        roles=(Held(role),),
    )
