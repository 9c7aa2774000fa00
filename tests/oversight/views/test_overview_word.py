import io

from docx import Document

from tests.oversight.area import told_area
from tests.oversight.handed_in import week_of
from tests.world import World


def test_the_paper_says_what_the_page_says(world: World) -> None:
    told_area(world)
    client = world.client("郑岚")
    paper = Document(io.BytesIO(client.get(f"/oversight/overview/word/?week={week_of(0)}").content))
    said = [one.text for one in paper.paragraphs]
    assert said[0] == "春和区：一页月报"
    page = client.get(f"/oversight/overview/month/?week={week_of(0)}").content.decode()
    assert all(one in page for one in said[2:7])
    assert "p0学校" in [cell.text for table in paper.tables for cell in table.columns[0].cells]
    junior = Document(io.BytesIO(client.get("/oversight/overview/word/?stage=junior").content))
    assert junior.paragraphs[0].text == "春和区 · 初中：一页月报"
