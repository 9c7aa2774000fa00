"""What the demo's mentor has on hand: a student seen every day, a next step, a record half written."""

import datetime as dt

from django.urls import reverse

from taoli.common.policy import Actor, Held, Role
from taoli.guidance.models import GuidanceRecord
from taoli.guidance.queries.drafts import NEW, draft_key
from taoli.guidance.services import draft_keep
from taoli.matching.queries.pairings import pairings_of_mentor
from taoli.rehearsal.services.people import Loaded
from taoli.roster.models import AttentionMark

STEP = "看看第一次月考后的作息表"
BEGUN = "两个人最近一起跑步，状态不错，还想"
STEP_ON = dt.date(2026, 11, 24)


def load_habits(loaded: Loaded, on: dt.date) -> None:
    """Write them for the mentor whom the demo shows."""
    mentor = loaded.staff[loaded.made.offices["mentor"]]
    mentees = [one.student for one in pairings_of_mentor(loaded.school.pk, mentor.pk, on)]
    AttentionMark.objects.create(school=loaded.school, student=mentees[-1], starts=on)
    last = GuidanceRecord.objects.of(loaded.school).filter(by=mentor, kind="talk", made=True).latest("held_on", "id")
    rows = GuidanceRecord.objects.of(loaded.school).filter(occasion=last.occasion)
    rows.update(next_step=STEP, next_on=STEP_ON)
    actor = Actor(
        account_id=None,
        school_id=loaded.school.pk,
        person_kind="staff",
        person_id=mentor.pk,
        roles=(Held(Role.MENTOR),),
    )
    pair = [str(one.pk) for one in mentees[1:3]]
    draft_keep(
        by=actor,
        key=draft_key(actor, NEW, pair),
        fields={"students": (pair, 0), "kind": (["talk"], 0), "private_text": (BEGUN, 0)},
        path=f"{reverse('guidance:record_new')}?students={','.join(pair)}&kind=talk",
    )
