"""The demo's growth archives: a class with some entries each, one student with two years, evaluations in all states."""

import datetime as dt
import io
from collections.abc import Sequence

from PIL import Image, ImageDraw

from taoli.accounts.models import Membership
from taoli.accounts.queries import actor_for
from taoli.archive.models import EvaluationVoice, GrowthEntry, MonthlyPerformance, TermEvaluation
from taoli.archive.services import EntryFacts, add_entry
from taoli.common import clock
from taoli.common.ids import new_id
from taoli.common.pictures import Cleaned, cleaned
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.guidance.queries.choices import asked_of_records
from taoli.rehearsal.services.people import Loaded
from taoli.roster.models import SchoolClass, Staff, Student

State, Kind, Section = TermEvaluation.State, EvaluationVoice.Kind, GrowthEntry.Section
ENTRIES = (
    (Section.ACTIVITIES, "校运会报名接力跑，练了两周交接棒"),
    (Section.INTERESTS, "喜欢观星，会认出冬季大三角"),
    (Section.HABITS, "每天把第二天要用的书放好再睡"),
    (Section.WORKS, "手抄报《家门口的树》贴在走廊"),
    (Section.CHARACTER, "同学吵起来时先听完两边再说话"),
    (Section.HONOURS, "校园读书节分享展示，获班级推荐"),
    (Section.PERFORMANCE, "值日时把讲台下面也擦干净了"),
    (Section.ACTIVITIES, "周末和小组去社区图书角整理图书"),
    (Section.OTHER, "学会了自己安排周末的时间"),
)
EARLIER = (
    (Section.HONOURS, "区科技节小发明展示，一等奖"),
    (Section.ACTIVITIES, "暑假在村里图书室当了十天小管理员"),
    (Section.WORKS, "作文《外婆的菜园》刊在校报"),
    (Section.INTERESTS, "开始学二胡，会拉三首曲子"),
    (Section.HABITS, "记了一学期的错题本，没有断"),
    (Section.FAMILY, "国庆和家人回老家收稻子"),
    (Section.ACTIVITIES, "参加学校合唱队，唱第二声部"),
    (Section.CHARACTER, "主动向新同学介绍学校"),
)
VOICES = (
    (Kind.HOMEROOM, "这学期你把班里的图书角管得井井有条，十一月还教同学登记。下学期试着带一个小组。"),
    (Kind.MENTOR, "你说要每天背十个词，月底真的默写了下来。遇到难题时，你先想办法，再来问。"),
    (Kind.SUBJECT, "课堂上你常把别人的想法接着说下去，作业里的推理步骤写得清楚。"),
    (Kind.STUDENT, "我最高兴的是敢在小组里先开口了。睡觉还是有点晚，下学期想改。"),
    (Kind.PARENT, "孩子回家会讲学校的事了，也开始自己收拾房间。"),
)
SENTENCES = ("主动留下来打扫", "期中前帮同桌理了一遍公式", "体育课上坚持跑完全程", "读完一本书并写了感想")
MONTHS = (dt.date(2026, 9, 1), dt.date(2026, 10, 1))
STATES = (State.RELEASED, State.PROOF, State.VOICES, State.VOICES, State.PROOF)


def load_archives(loaded: Loaded, first: str) -> None:
    """Fill the archives of the first student's class and of the class of the demo's homeroom teacher; whatever is there
    is left as it is.
    """
    if GrowthEntry.objects.of(loaded.school).exists():
        return
    student = loaded.students[first]
    with change(by=loaded.by, action="rehearsal.load_archives"):
        for room in _rooms(loaded, student):
            rows = Student.objects.of(loaded.school).filter(school_class=room, left_on=None).select_related("mentor")
            _class(loaded, sorted(rows, key=lambda one: (one.pk != student.pk, one.seat or 0, one.number)), room)
        GrowthEntry.objects.bulk_create(_earlier(loaded, student))
        _by_people(student)


def _rooms(loaded: Loaded, student: Student) -> list[SchoolClass]:
    teacher = _actor("demo-homeroom_teacher")
    led = [room for room in loaded.classes.values() if teacher and room.homeroom_teacher_id == teacher.person_id]
    own = [room for room in loaded.classes.values() if room.pk == student.school_class_id]
    return list({room.pk: room for room in [*own, *led[:1]]}.values())


def _class(loaded: Loaded, students: list[Student], room: SchoolClass) -> None:
    aspects = asked_of_records(loaded.school.pk).labels
    GrowthEntry.objects.bulk_create(row for place, one in enumerate(students) for row in _entries(loaded, one, place))
    MonthlyPerformance.objects.bulk_create(
        row for place, one in enumerate(students) for row in _months(loaded, one, place, aspects)
    )
    _evaluations(loaded, students, room.homeroom_teacher)


def _entries(loaded: Loaded, student: Student, place: int) -> list[GrowthEntry]:
    """Three to five entries of this term, by the mentor."""
    chosen = [ENTRIES[(place * 2 + step) % len(ENTRIES)] for step in range(3 + place % 3)]
    days = [dt.date(2026, 9, 14) + dt.timedelta(days=(place * 5 + step * 17) % 65) for step in range(len(chosen))]
    return [_entry(loaded, student, *what, day) for what, day in zip(chosen, days, strict=True)]


def _earlier(loaded: Loaded, student: Student) -> list[GrowthEntry]:
    """Two years before this term."""
    first = dt.date(2024, 9, 20)
    days = [first + dt.timedelta(days=45 * place) for place in range(2 * len(EARLIER))]
    return [_entry(loaded, student, *EARLIER[place % len(EARLIER)], day) for place, day in enumerate(days)]


def _entry(loaded: Loaded, student: Student, section: str, text: str, day: dt.date) -> GrowthEntry:
    return GrowthEntry(
        school=loaded.school,
        occasion=new_id(),
        student=student,
        section=section,
        text=text,
        happened_on=day,
        entered_at=clock.now(),
        by_kind=GrowthEntry.By.STAFF if student.mentor_id else GrowthEntry.By.STUDENT,
        staff_id=student.mentor_id,
        seen_by=GrowthEntry.SeenBy.FAMILY,
    )


def _months(loaded: Loaded, student: Student, place: int, aspects: Sequence[str]) -> list[MonthlyPerformance]:
    return [
        MonthlyPerformance(
            school=loaded.school,
            student=student,
            month=month,
            staff_id=student.mentor_id,
            aspects=[aspects[(place + step) % len(aspects)]] if aspects else [],
            sentence=SENTENCES[(place + step) % len(SENTENCES)],
            entered_at=clock.now(),
        )
        for step, month in enumerate(MONTHS)
    ]


def _evaluations(loaded: Loaded, students: list[Student], teacher: Staff | None) -> None:
    """The first students' evaluations stand at every state; those of the others wait for their first voice."""
    rows = [
        TermEvaluation(
            school=loaded.school,
            student=one,
            school_class_id=one.school_class_id,
            term=loaded.term,
            state=STATES[place] if place < len(STATES) else State.DRAFT,
            opened_at=clock.now(),
            released_at=clock.now() if place == 0 else None,
        )
        for place, one in enumerate(students)
    ]
    TermEvaluation.objects.bulk_create(rows)
    EvaluationVoice.objects.bulk_create(
        voice
        for row, one, place in zip(rows, students, range(len(STATES)), strict=False)
        for voice in _voices(row, one, teacher, place)
    )


def _voices(row: TermEvaluation, student: Student, teacher: Staff | None, place: int) -> list[EvaluationVoice]:
    speakers = {Kind.HOMEROOM: teacher, Kind.MENTOR: student.mentor}
    found = []
    for kind, text in VOICES if place == 0 else VOICES[:2] if row.state == State.PROOF else VOICES[1:2]:
        person = speakers.get(kind)
        if person is not None or kind == Kind.STUDENT:
            found.append(
                EvaluationVoice(
                    school_id=row.school_id,
                    evaluation=row,
                    kind=kind,
                    author=person.pk if person else student.pk,
                    staff=person,
                    text=text,
                    written_at=clock.now(),
                )
            )
    return found


def _by_people(student: Student) -> None:
    """The demo's student adds a work with a picture, the demo's parent something from home."""
    own, family = _actor("demo-student"), _actor("demo-guardian")
    work = EntryFacts(
        section=Section.WORKS, text="剪纸《鱼》，用了三个晚上", happened_on=dt.date(2026, 11, 14), seen_by="family"
    )
    if own and own.person_id == student.pk:
        add_entry(by=own, student_id=student.pk, facts=work, files=[_drawing()])
    if family:
        home = EntryFacts(
            section=Section.FAMILY, text="周末给全家做了一顿饭，西红柿炒蛋很好吃", happened_on=dt.date(2026, 11, 8)
        )
        add_entry(by=family, student_id=student.pk, facts=home)


def _actor(username: str) -> Actor | None:
    member = Membership.objects.filter(account__username=username).first()
    return actor_for(member, clock.today()) if member else None


def _drawing() -> Cleaned:
    """A paper-cut fish, drawn here."""
    picture = Image.new("RGB", (640, 420), "#f7efe2")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((110, 110, 450, 310), fill="#c0392b")
    draw.polygon(((430, 210), (560, 110), (560, 310)), fill="#c0392b")
    draw.ellipse((180, 180, 210, 210), fill="#f7efe2")
    for step in range(4):
        draw.arc((230 + step * 45, 150, 290 + step * 45, 270), 270, 90, fill="#f7efe2", width=8)
    out = io.BytesIO()
    picture.save(out, "PNG")
    data = out.getvalue()
    return cleaned("剪纸《鱼》.png", len(data), io.BytesIO(data))
