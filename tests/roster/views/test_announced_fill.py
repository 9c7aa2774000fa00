"""Taking over what was announced after the term was entered."""

import uuid

from django.urls import reverse

from taoli.roster.models import SchoolDay
from tests.world import World

URL = reverse("roster:announced_fill")


def test_announced_days_of_which_nothing_is_said_are_filled_in(world: World) -> None:
    rows = SchoolDay.objects.of(world.school)
    rows.filter(day__range=("2026-10-01", "2026-10-03")).delete()
    client = world.client("孙悦")
    answer = client.post(URL, {"term": str(world.term.pk)})
    assert answer["Location"] == f"{reverse('schemes:calendar_show')}?term={world.term.pk}"
    assert rows.get(day="2026-10-01").source == "announced"
    assert not client.get(answer["Location"]).context["not_taken_over"]


def test_another_schools_term_is_not_found(world: World) -> None:
    client = world.client("孙悦")
    assert client.post(URL, {"term": str(uuid.uuid4())}).status_code == 404
    assert client.post(URL, {"term": "nonsense"}).status_code == 404


def test_only_the_office_may(world: World) -> None:
    assert world.client("钱程").post(URL, {"term": str(world.term.pk)}).status_code == 403
