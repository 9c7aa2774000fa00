"""Graduates' archives: the office makes them; a graduate fetches the own one with a code, without an account."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

GRADUATION = policy(
    "handover.graduation",
    paths={},
    view={Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL},
    edit={Role.MORAL_OFFICE: Reach.SCHOOL},
)

declare(
    "handover.TakeAlong", L2="id school student made_at ends_at fetched_at failures failed_at", L4="selector digest"
)
declare("handover.GraduationBundle", L2="id school school_class left_on made_at made_by students size", L3="data")
