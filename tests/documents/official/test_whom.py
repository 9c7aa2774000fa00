"""Whom a form is offered for."""

from taoli.documents.official.layout import Unit
from taoli.documents.official.whom import whom
from tests.care.meeting import meet
from tests.world import World


def test_minutes_are_offered_to_who_runs_the_conference_and_those_under_seal_to_nobody(world: World) -> None:
    row = meet(world)
    sealed = meet(world, "孙悦", kind="bullying", place="school", members=[world.staff["孙悦"].pk])
    offered = {who: [one.pk for one in whom(world.actor(who), world.term, Unit.CONFERENCE)] for who in ("李慧", "王敏")}
    assert offered == {"李慧": [row.pk], "王敏": []}
    assert sealed.pk not in [one.pk for one in whom(world.office, world.term, Unit.CONFERENCE)]
