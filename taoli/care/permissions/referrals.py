"""Who refers to the counsellor, who works the waiting list; data levels."""

import uuid

from django.db.models import Q

from taoli.care.models import Referral
from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.roster.permissions import own_students

State = Referral.State


def to_handle(_school_id: int, staff_id: uuid.UUID) -> Q:
    """Return what a counsellor works on: whatever waits for any counsellor, and what the counsellor has taken on."""
    return Q(state__in=(State.ASKED, State.WAITING)) | Q(counsellor_id=staff_id)


# Rows are students. ask: whoever works with the student may refer; the counsellor enters who comes alone.
# told: the mentor reads level and advice, nothing else.
REFERRING = policy(
    "care.referring",
    paths={
        Reach.OWN: own_students("mentor_id"),
        Reach.CLASS: "school_class_id",
        Reach.GRADE: "school_class__grade_id",
    },
    ask={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
        Role.COUNSELLOR: Reach.SCHOOL,
    },
    told={Role.MENTOR: Reach.OWN},
)

# The own referrals, whatever became of reach since: step, level, advice; the reason stays sealed for its writer, too.
REFERRAL = policy(
    "care.referral",
    paths={Reach.OWN: "referred_by_id"},
    view={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.OWN,
        Role.GRADE_LEAD: Reach.OWN,
        Role.MORAL_OFFICE: Reach.OWN,
        Role.PRINCIPAL: Reach.OWN,
        Role.COUNSELLOR: Reach.OWN,
    },
)

# The waiting list and what the counsellor has taken on: no principal, no administrator.
WAITING = policy("care.waiting", paths={Reach.OWN: to_handle}, handle={Role.COUNSELLOR: Reach.OWN})

declare(
    "care.Referral",
    L2="id school edit",
    L3="student referred_by asked_on asked_at urgency state student_consent guardian_consent consent_by consent_on "
    "counsellor level advice advised_at tell_mentor closed_at",
    L4="reason without",
)
declare("care.ReferralStep", L2="id school", L3="referral state at by")
declare("care.CounsellingSession", L2="id school", L3="referral starts place state entered_at")
