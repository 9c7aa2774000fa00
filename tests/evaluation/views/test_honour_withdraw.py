import uuid

from django.urls import reverse

from taoli.evaluation import services
from taoli.evaluation.models import HonourGrant
from taoli.evaluation.queries.honours import get_honour
from tests.evaluation.queries.test_honours import STARS, drafted
from tests.world import World


def test_taking_back_leads_to_the_honour_again(world: World) -> None:
    run = drafted(world, honours=[STARS])
    given = services.grant(
        by=world.office,
        run=run,
        honour=get_honour(run, "stars").honour,
        mentor_id=world.staff["王敏"].pk,
        level=1,
        met=[],
    )
    client = world.client("孙悦")
    answer = client.post(reverse("evaluation:honour_withdraw", args=[given.pk]), {"op": str(uuid.uuid4())})
    assert answer["Location"] == reverse("evaluation:honour_grant", args=[run.pk, "stars"])
    assert HonourGrant.objects.of(world.school).count() == 0
    assert client.post(reverse("evaluation:honour_withdraw", args=[given.pk])).status_code == 404
