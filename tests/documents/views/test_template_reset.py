import uuid

from taoli.documents.models import FormTemplate
from taoli.documents.official.registry import forms
from taoli.documents.queries.templates import own_template
from taoli.documents.services.templates import keep_template
from tests.documents.templating import KEY, own
from tests.world import World


def test_the_default_prints_again_and_the_versions_stay(world: World) -> None:
    keep_template(by=world.office, form=forms()[KEY], name="a.docx", data=own("{{ school }}"))
    url = f"/documents/templates/{KEY}/reset/"
    page = world.client("孙悦").post(url, {"op": str(uuid.uuid4())}, follow=True).content.decode()
    assert "从现在起按默认模板打印" in page
    assert own_template(KEY, world.school.code) is None
    assert FormTemplate.objects.of(world.school).get().state == "withdrawn"
    assert world.client("孙悦").post("/documents/templates/nothing/reset/").status_code == 404
