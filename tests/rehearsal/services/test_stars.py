from types import SimpleNamespace
from typing import Any

from taoli.accounts.models import Account
from taoli.common.policy import Role
from taoli.oversight.models import StarCandidacy, StarEntry, StarReview, StarRound, StarTitle
from taoli.rehearsal.services.stars import load_stars
from tests.world import World


def test_the_demo_has_a_round_in_each_state_and_a_star(world: World) -> None:
    made = SimpleNamespace(offices={Role.MENTOR.value: "T001"})
    big: Any = SimpleNamespace(school=world.school, made=made, staff={"T001": world.staff["王敏"]})
    load_stars(world.bureaus["district"], big)
    district, city = world.bureaus["district"], world.bureaus["city"]
    states = StarRound.objects.of(district).values_list("state", flat=True)
    assert sorted(states) == ["notice", "result", "review"]
    assert StarRound.objects.of(city).get().state == "open"
    assert StarTitle.objects.of(world.school).get().label == "三星导师"
    assert StarEntry.objects.of(district).count() == 3
    assert StarReview.objects.of(district).filter(submitted_at=None).count() == 2
    assert StarCandidacy.objects.of(world.school).filter(state="sent").count() == 1
    doors = ("demo-second-reviewer", "demo-city-reviewer", "demo-city-second-reviewer")
    assert Account.objects.filter(username__in=doors).count() == len(doors)
