from taoli.oversight.models import BaseAnswer
from taoli.schemes import services
from tests.oversight.base_facts import TYPED, published
from tests.world import START, World


def test_the_reason_goes_to_the_bureau_word_by_word(world: World) -> None:
    base, client = published(world), world.client("孙悦")
    url = f"/oversight/proposals/{base.pk}/decline/"
    assert "这个字段是必填项" in client.post(url, {"reason": " "}).content.decode()
    client.post(url, {"reason": "我校是寄宿制，另有安排。"})
    assert "我校是寄宿制，另有安排。" in world.client("郑岚").get(f"/oversight/bases/{base.pk}/").content.decode()
    assert "已说明不采用" in client.get(f"/oversight/proposals/{base.pk}/").content.decode()
    assert "学校已说明不采用的理由" in client.get("/schemes/versions/").content.decode()


def test_what_is_in_force_cannot_be_declined(world: World) -> None:
    base = published(world)
    row = services.take_over(by=world.office, base=base, keep_own=False)
    row = services.set_values(by=world.office, pk=row.pk, changes=TYPED, edit=row.edit)
    services.publish(by=world.office, pk=row.pk, in_force_from=START)
    page = world.client("孙悦").post(f"/oversight/proposals/{base.pk}/decline/", {"reason": "不想要"}).content.decode()
    assert "施行中的方案就是按这份基础方案制订的" in page
    assert "不想要" in page
    assert not BaseAnswer.objects.of(world.bureaus["district"]).exists()
