from taoli.archive.models import TermEvaluation
from tests.archive.growing import sent
from tests.archive.speaking import newest, proof, speak
from tests.world import World

URL = "/archive/evaluations/release/"


def test_it_is_given_to_the_family_and_taken_back(world: World) -> None:
    speak(world)
    row, client = proof(world), world.client("李慧")
    page = client.post(URL, sent(evaluations=[str(row.pk)]), follow=True).content.decode()
    assert "1 份评价已发给家长" in page
    assert newest(world).state == "released"
    assert "已收回" in client.post(URL, sent(back=str(row.pk)), follow=True).content.decode()
    assert newest(world).state == "proof"


def test_nothing_ready_is_said(world: World) -> None:
    speak(world)
    row = newest(world)
    for form in (sent(evaluations=[str(row.pk), "x"]), sent(back=str(row.pk))):
        assert world.client("李慧").post(URL, form).status_code == 302
    assert TermEvaluation.objects.of(world.school).get().state == "voices"
