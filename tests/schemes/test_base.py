import pytest

from taoli.common.models import Area
from taoli.schemes import services
from taoli.schemes.models import BaseScheme, SchemeVersion
from tests.engine.examples import taigu
from tests.schemes.conftest import TYPED
from tests.world import START, World


@pytest.fixture
def base(world: World) -> BaseScheme:
    world.school.area = Area.objects.create(name="示例区", kind="district")
    world.school.save()
    return services.publish_base(area=world.school.area, scheme=taigu(), binding=["duties.individual"])


def test_a_school_may_tighten_the_base_but_not_loosen_it(world: World, base: BaseScheme) -> None:
    client = world.client("孙悦")
    services.adopt_base(by=world.office, base=base)
    row = SchemeVersion.objects.of(world.school).get()
    assert (row.bureau_id, row.title) == (base.pk, base.title)
    looser = {**TYPED, "duties.individual.per": "term"}
    row = services.set_values(by=world.office, pk=row.pk, changes=looser, edit=row.edit)
    page = client.get(f"/schemes/{row.pk}/publish/").content.decode()
    assert "教育局基础方案要求的是每月 1 次，改成每学期 1 次就低了" in page
    with pytest.raises(services.RefusedError):
        services.publish(by=world.office, pk=row.pk, in_force_from=START)
    with pytest.raises(services.RefusedError):
        services.send_for_review(by=world.office, pk=row.pk)
    tighter = {"duties.individual.per": "week"}
    row = services.set_values(by=world.office, pk=row.pk, changes=tighter, edit=row.edit)
    assert services.publish(by=world.office, pk=row.pk, in_force_from=START).state == "published"
    assert services.revise(by=world.office).bureau_id == base.pk


def test_what_the_base_binds_is_not_taken_out(world: World, base: BaseScheme) -> None:
    row = services.adopt_base(by=world.office, base=base)
    gone = {**TYPED, "duties.individual": None, "appraisal": None}
    row = services.set_values(by=world.office, pk=row.pk, changes=gone, edit=row.edit)
    page = world.client("孙悦").get(f"/schemes/{row.pk}/review/").content.decode()
    assert "教育局基础方案有这项要求，不能去掉" in page


def test_review_of_another_scheme_says_that_there_is_a_base(
    world: World, base: BaseScheme, ready: SchemeVersion
) -> None:
    page = world.client("孙悦").get(f"/schemes/{ready.pk}/review/").content.decode()
    assert "这份草稿不是从它来的" in page
