from taoli.matching.models import MatchRun, Seat
from tests.world import World


def test_drop_leads_to_the_page_that_asks_why_and_writes_nothing(world: World, fair_run: MatchRun) -> None:
    client, url = world.client("孙悦"), f"/matching/runs/{fair_run.pk}/drop/"
    student, mentor = world.students["吴桐"].pk, world.staff["李慧"].pk
    answer = client.post(url, {"card": student, "column": mentor})
    assert answer["HX-Redirect"] == f"/matching/runs/{fair_run.pk}/students/{student}/move/?mentor={mentor}"
    back = client.post(url, {"card": student, "column": "none"})
    assert back["HX-Redirect"] == f"/matching/runs/{fair_run.pk}/students/{student}/move/"
    assert client.post(url, {"card": "x", "column": mentor}).status_code == 404
    assert Seat.objects.of(world.school).exclude(moved_reason="").count() == 0
