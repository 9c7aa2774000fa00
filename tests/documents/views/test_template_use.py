import uuid

from taoli.common.policy import system
from taoli.documents.models import FormTemplate
from taoli.documents.official.registry import forms
from taoli.documents.services.templates import keep_template
from tests.documents.templating import KEY, own
from tests.world import World


def kept(world: World, text: str) -> FormTemplate:
    return keep_template(by=world.office, form=forms()[KEY], name="a.docx", data=own(text))


def states(world: World) -> dict[int, str]:
    return dict(FormTemplate.objects.of(world.school).values_list("version", "state"))


def test_an_older_version_is_used_again(world: World) -> None:
    first, _second = kept(world, "{{ school }}"), kept(world, "{{ term }}")
    for _again in range(2):
        url = f"/documents/templates/versions/{first.pk}/use/"
        page = world.client("孙悦").post(url, {"op": str(uuid.uuid4())}, follow=True)
        assert "第 1 版从现在起使用" in page.content.decode()
        assert states(world) == {1: "in_use", 2: "replaced"}


def test_a_version_that_no_longer_fits_the_form_is_refused(world: World) -> None:
    first, _second = kept(world, "{{ formerly }}"), kept(world, "{{ term }}")
    page = world.client("孙悦").post(
        f"/documents/templates/versions/{first.pk}/use/", {"op": str(uuid.uuid4())}, follow=True
    )
    assert "第 1 版已经不适合这张表" in page.content.decode()
    assert states(world) == {1: "replaced", 2: "in_use"}


def test_another_schools_version_is_not_found(world: World) -> None:
    other = keep_template(by=system(world.other.pk), form=forms()[KEY], name="a.docx", data=own("甲"))
    assert world.client("孙悦").post(f"/documents/templates/versions/{other.pk}/use/").status_code == 404
