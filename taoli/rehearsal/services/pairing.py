"""Both schools adopt the Taigu scheme; the big one pairs by study group, the small one lets students wish."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Mapping
from random import Random
from typing import Any

from django.utils import timezone

from taoli.matching.models import ChoiceRound, MentorOffer, Pairing
from taoli.matching.services import (
    Introduction,
    open_round,
    publish_run,
    run_round,
    set_introduction,
    set_step,
    set_wishes,
)
from taoli.rehearsal.services.people import Loaded
from taoli.rehearsal.services.terms import TERM_STARTS
from taoli.roster.models import Group
from taoli.schemes.models import SchemeVersion
from taoli.schemes.services import adopt, publish, set_values

PRESET = "taigu-no2-2012"
PAIRED_FROM = dt.date(2026, 9, 7)
CHOOSE_UNTIL = dt.date(2026, 11, 27)
# What the published text leaves open and the big school types: 轮 of four weeks, one or two groups a mentor.
TYPED: Mapping[str, Any] = {"cycle.weeks": 4, "capacity.mentor.min": 7, "capacity.mentor.max": 16}
# The second school's own clause (校本补充): students choose, nobody is assigned.
OWN: Mapping[str, Any] = {
    "cycle.weeks": 4,
    "capacity.mentor.min": 4,
    "capacity.mentor.max": 10,
    "capacity.lead_mentor.min": 6,
    "capacity.lead_mentor.max": 14,
    "max_classes_per_mentor": 3,
    "unit": "student",
    "steps": [
        {"kind": "publish_mentors", "by": ["mentor", "moral_office"]},
        {"kind": "student_choice", "ranks": 3, "reason": True},
        "mentor_choice",
        "allocate",
        "adjust",
        "confirm",
        "headcount_sheet",
        "agreement",
        "appointment_letter",
        "first_meeting",
    ],
}
# What mentors help with, when and where: breaks, noon, after school.
HELPS = (
    ("阅读和写作", "午休在图书馆"),
    ("安排时间、克服拖延", "课间在年级办公室"),
    ("离家住校的烦恼", "放学后在操场看台"),
    ("乒乓球和锻炼", "放学后到 18:00 在体育馆"),
)
TWO_GROUPS = 14  # students
UNDECIDED = 9  # students who have not chosen when the demo opens
ONLY_TWO = 0.15
POPULAR = 1.6


def adopt_scheme(loaded: Loaded, typed: Mapping[str, Any]) -> SchemeVersion:
    """Adopt the preset, type what is open, publish it for the whole term."""
    made = adopt(by=loaded.by, preset_key=PRESET, scoring="coverage")
    made = set_values(by=loaded.by, pk=made.pk, changes=typed, edit=made.edit)
    return publish(by=loaded.by, pk=made.pk, in_force_from=TERM_STARTS)


def pair_by_group(loaded: Loaded) -> int:
    """Assign study groups through matching's own engine and publish; returns how many students are paired.

    All were told that day and have met since.
    """
    opened = open_round(by=loaded.by, name="2026年秋季师生对接", unit=Group.Kind.STUDY_GROUP)
    run = run_round(by=loaded.by, round_id=opened.pk, seed=loaded.made.spec.seed)
    told = timezone.make_aware(dt.datetime.combine(PAIRED_FROM, dt.time(16, 30)))
    paired = publish_run(by=loaded.by, run_id=run.pk, starts=PAIRED_FROM, tell_at=told)
    set_step(by=loaded.by, round_id=opened.pk, kind="first_meeting", done=True)
    show_two_groups(loaded)
    return paired


def show_two_groups(loaded: Loaded) -> None:
    """Let the mentor whom the demo shows be one with two groups, as most are: who gets which is the engine's choice."""
    held = Counter(Pairing.objects.of(loaded.school).filter(ends=None).values_list("mentor__number", flat=True))
    made = loaded.made
    shown = made.offices["mentor"]
    busy = {*made.offices.values(), *made.grade_leads.values(), *(room.homeroom for room in made.classes)} - {shown}
    near = {room.name for room in made.classes if room.grade == made.classes[0].grade}  # where the cast is at home
    fitting = [one.number for one in made.staff if held[one.number] >= TWO_GROUPS and near & set(one.classes)]
    fitting = [number for number in fitting if number not in busy]
    if fitting and shown not in fitting:
        made.offices["mentor"] = fitting[0]


def open_choice(loaded: Loaded) -> ChoiceRound:
    """Open the second school's round and let most of its students choose up to three mentors."""
    opened = open_round(by=loaded.by, name="2026年秋季双向选择", closes=CHOOSE_UNTIL)
    introduce(loaded, opened)
    set_step(by=loaded.by, round_id=opened.pk, kind="publish_mentors", done=True)
    random = Random(loaded.made.spec.seed)
    for number, mentors in wishes(loaded, random).items():
        set_wishes(by=loaded.by, round_id=opened.pk, student_id=loaded.students[number].pk, mentor_ids=mentors)
    return opened


def introduce(loaded: Loaded, opened: ChoiceRound) -> None:
    """Let the mentors say what they help with, and when and where one finds them; one has written nothing."""
    rows = (
        MentorOffer.objects.of(opened.school_id).filter(round=opened).select_related("staff").order_by("staff__number")
    )
    for place, row in enumerate(list(rows)[1:]):
        subjects, places = HELPS[place % len(HELPS)]
        given = Introduction(row.staff.introduction or "很高兴认识你。", subjects, places)
        set_introduction(by=loaded.by, offer_id=row.pk, given=given)


def wishes(loaded: Loaded, random: Random) -> dict[str, list[uuid.UUID]]:
    """Return student number → two or three mentors, the well-known ones more often; the first few have not chosen."""
    staff = list(loaded.staff.values())
    weights = [1 / (place + 1) ** (1 / POPULAR) for place in range(len(staff))]
    random.shuffle(weights)
    found = {}
    for number in list(loaded.students)[UNDECIDED:]:
        chosen: list[uuid.UUID] = []
        wanted = 2 if random.random() < ONLY_TWO else 3
        while len(chosen) < wanted:
            (one,) = random.choices(staff, weights)
            if one.pk not in chosen:
                chosen.append(one.pk)
        found[number] = chosen
    return found
