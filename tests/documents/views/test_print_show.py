from django.urls import reverse

from taoli.common import clock
from taoli.documents.models import PrintJob
from tests.documents.printing import asked
from tests.world import World


def show(world: World, who: str, job: PrintJob) -> str:
    return str(world.client(who).get(reverse("documents:print_show", args=[job.pk])).content.decode())


def test_each_state_says_what_is_next(settled: World) -> None:
    job = asked(settled.office)
    said = {
        PrintJob.State.ASKED: "德育处或校长看过用途",
        PrintJob.State.FAILED: "接着做",
        PrintJob.State.REFUSED: "请先沟通",
        PrintJob.State.EXPIRED: "只保留一周",
        PrintJob.State.DONE: "保留到",
    }
    for state, words in said.items():
        PrintJob.objects.of(settled.school).filter(pk=job.pk).update(
            state=state, made_at=clock.now(), second_name="钱程"
        )
        assert words in show(settled, "孙悦", job)


def test_a_colleague_does_not_find_it(settled: World) -> None:
    job = asked(settled.office)
    assert settled.client("钱程").get(reverse("documents:print_show", args=[job.pk])).status_code == 404
