import pytest

from taoli.care.models import HarmStep
from tests.care.counselling import harmed, sent
from tests.world import World

SAID = {"kind": "police", "day": "2026-11-23", "time": "09:30", "whom": "东湖派出所 警号 0123", "number": "2026-118"}


def test_a_step_is_written_once_sealed_and_read_by_the_few(world: World) -> None:
    row = harmed(world)
    client, form, url = world.client("孙悦"), sent(**SAID), f"/care/harm/{row.pk}/step/"
    assert client.get(url).status_code == 200
    for _each in range(2):
        assert client.post(url, form).status_code == 302
    step = HarmStep.objects.of(world.school).get()
    assert "0123" not in f"{step.whom}{step.number}{step.text}"
    page = world.client("何静").get(f"/care/harm/{row.pk}/").content.decode()
    for words in ("东湖派出所 警号 0123", "2026-118", "打了 110"):
        assert words in page


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"whom": ""}, "谁接的"),
        ({"day": "2026-11-24"}, "还没有到"),
        ({"kind": "closed"}, "closed"),
        ({"kind": ""}, "必填"),
    ],
)
def test_bad_input_is_refused_with_a_sentence(world: World, change: dict[str, str], words: str) -> None:
    row = harmed(world)
    answer = world.client("孙悦").post(f"/care/harm/{row.pk}/step/", sent(**{**SAID, **change}))
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert not HarmStep.objects.of(world.school).exists()


def test_a_step_is_never_changed(world: World) -> None:
    row = harmed(world)
    world.client("孙悦").post(f"/care/harm/{row.pk}/step/", sent(**SAID))
    step = HarmStep.objects.of(world.school).get()
    step.kind = "note"
    with pytest.raises(TypeError, match="never changed"):
        step.save()
