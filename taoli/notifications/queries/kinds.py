"""Which kinds of notices somebody may get."""

from collections.abc import Mapping

from taoli.common.policy import Actor
from taoli.notifications.phrases import KINDS

# Kinds for one sort of persons only; every other kind may come to anybody.
ONLY: Mapping[str, str] = {
    "paired_student": "student",
    "paired_mentor": "staff",
    "paired_family": "guardian",
    "weekly_digest": "staff",
    "visit_agreed": "guardian",
    "visit_not_back": "staff",
    "visit_offered": "guardian",
    "family_message_answered": "guardian",
    "family_correction_answered": "guardian",
    "visit_answered": "staff",
    "visit_second": "staff",
    "visit_tomorrow": "staff",
    "family_message": "staff",
    "family_correction": "staff",
    "talk_asked": "staff",
    "talk_again": "staff",
    "talk_passed": "staff",
    "talk_answered": "student",
    "talk_silent": "student",
    "night_card": "staff",
    "seen_on_duty": "staff",
    "care_asked": "staff",
    "care_lead": "staff",
    "care_measure": "staff",
    "care_step": "staff",
    "farewell_asked": "staff",
    "package_arrived": "staff",
    "package_named": "staff",
    "package_answered": "staff",
    "referral_asked": "staff",
    "referral_now": "staff",
    "referral_moved": "staff",
    "counsellor_advice": "staff",
    "student_away": "staff",
    "students_handed": "staff",
    "glass_broken": "staff",
    "harm_told": "staff",
    "appraisal_shown": "staff",
    "objection_answered": "staff",
    "appraisal_published": "staff",
    "course_seat": "staff",
    "course_cancelled": "staff",
    "check_ends": "staff",
    "draw_announced": "staff",
    "draw_drawn": "staff",
    "draw_off": "staff",
    "base_published": "staff",
    "key_wanted": "staff",
    "star_returned": "staff",
    "star_outcome": "staff",
}


def kinds_for(actor: Actor) -> list[str]:
    """Return the kinds the actor may get and may quieten."""
    return [code for code, kind in KINDS.items() if not kind.safety and ONLY.get(code) in {None, actor.person_kind}]
