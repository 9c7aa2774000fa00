from tests.documents.reading import word
from tests.documents.templating import KEY
from tests.world import World


def test_the_default_is_a_document_with_placeholders(world: World) -> None:
    paper = word(world.client("孙悦"), f"/documents/templates/{KEY}/default.docx")
    assert "{{ sheet.student }}" in paper.tables[0].rows[0].cells[1].text
    assert world.client("孙悦").get("/documents/templates/nothing/default.docx").status_code == 404
