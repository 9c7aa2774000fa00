from taoli.common.policy import system
from taoli.documents.official.registry import forms
from taoli.documents.services.templates import keep_template
from tests.documents.reading import body
from tests.documents.templating import KEY, own
from tests.world import World


def test_a_version_comes_back_as_it_was_uploaded_and_only_in_its_school(world: World) -> None:
    data = own("{{ school }}")
    row = keep_template(by=world.office, form=forms()[KEY], name="校版.docx", data=data)
    assert body(world.client("孙悦"), f"/documents/templates/versions/{row.pk}.docx") == data
    other = keep_template(by=system(world.other.pk), form=forms()[KEY], name="邻.docx", data=data)
    assert world.client("孙悦").get(f"/documents/templates/versions/{other.pk}.docx").status_code == 404
