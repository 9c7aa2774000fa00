from taoli.common.models import School
from taoli.oversight.models import BaseAnswer, Member
from taoli.schemes import services
from tests.oversight.base_facts import published
from tests.world import TODAY, World


def test_the_bureau_is_told_again_and_nothing_is_told_before_an_answer(world: World) -> None:
    base, client = published(world), world.client("孙悦")
    url = f"/oversight/proposals/{base.pk}/tell/"
    assert "还没有可以报送的内容" in client.post(url, follow=True).content.decode()
    services.take_over(by=world.office, base=base, keep_own=False)
    for _again in range(2):
        assert "已向教育局报送进展" in client.post(url, follow=True).content.decode()
    assert BaseAnswer.objects.of(world.bureaus["district"]).count() == 1


def test_a_school_that_left_and_a_base_without_a_bureau(world: World) -> None:
    base, client, bureau = published(world), world.client("孙悦"), world.bureaus["district"]
    services.take_over(by=world.office, base=base, keep_own=False)
    url = f"/oversight/proposals/{base.pk}/tell/"
    Member.objects.of(bureau).filter(code="taoli").update(left_on=TODAY)
    assert "没有代码为 taoli 的辖区学校" in client.post(url, follow=True).content.decode()
    School.objects.filter(pk=bureau.pk).update(area=None)
    assert "还没有可以报送的内容" in client.post(url, follow=True).content.decode()
