"""Who keeps rounds of stars, who reviews, who applies; data levels."""

import uuid

from django.db.models import Q

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.oversight.models import StarTie


def _assigned(school_id: int, person_id: uuid.UUID) -> Q:
    """What was assigned to a reviewer, while it is reviewed, without what a tie or a declared conflict shuts out."""
    ties = StarTie.objects.of(school_id).filter(reviewer_id=person_id, ended_on=None)
    mine = Q(school_id=school_id, reviewer_id=person_id, declared_at=None, entry__round__state="review")
    return mine & ~Q(entry__member_id__in=ties.values("member_id"))


STAR_ROUND = policy("oversight.star_round", paths={}, edit={Role.OFFICER: Reach.SCHOOL})
STAR_REVIEW = policy("oversight.star_review", paths={Reach.OWN: _assigned}, own={Role.REVIEWER: Reach.OWN})
CANDIDACY = policy(
    "oversight.candidacy",
    paths={Reach.OWN: "mentor_id"},
    own={Role.MENTOR: Reach.OWN},
    endorse={Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL},
)
STAR_TITLE = policy("oversight.star_title", paths={Reach.OWN: "mentor_id"}, own={Role.MENTOR: Reach.OWN})

declare(
    "oversight.StarRound",
    L1="id school title kind levels needs_below apply_until review_until notice_days valid_years telephone mailbox "
    "state seed notice_from notice_until decided_at edit",
)
declare("oversight.StarTie", L2="id school reviewer member kind ended_on")
declare(
    "oversight.StarEntry",
    L2="id school round member candidacy name sort_key people level received_at chosen left_out endorsed_by",
    L3="evidence words endorsement",
)
declare("oversight.StarReview", L2="id school entry reviewer assigned_at submitted_at declared_at", L3="scores")
declare("oversight.StarRemark", L2="id school entry came_on way upheld answered_at", L3="text answer")
declare("oversight.StarAward", L1="id school entry code label since until badge withdrawn_on", L2="reason")
declare(
    "oversight.StarCandidacy",
    L2="id school bureau round_id round_title mentor name people level label consented_at endorsed_by endorsed_at "
    "state edit",
    L3="evidence words endorsement",
)
declare(
    "oversight.StarTitle",
    L1="id school mentor bureau_name round_title name people label code since until badge withdrawn_on",
)
