import uuid

from taoli.matching.models import AgreementText
from tests.matching.published import published_round
from tests.world import World


def test_our_words_first_then_the_schools_in_versions(world: World) -> None:
    choice = published_round(world)
    client, url = world.client("孙悦"), f"/matching/rounds/{choice.pk}/agreement/words/"
    assert "系统提供的范本，尚未保存" in client.get(url).content.decode()
    form = {"text": "一、按时见面。", "op": str(uuid.uuid4())}
    for _each in range(2):
        assert client.post(url, form).status_code == 302
    assert AgreementText.objects.of(world.school).get().number == 1
    assert "第 1 版" in client.get(url).content.decode()
    assert client.post(url, {"text": "  "}).status_code == 200
    assert AgreementText.objects.of(world.school).count() == 1
