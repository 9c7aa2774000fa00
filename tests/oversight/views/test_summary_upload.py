from django.core.files.uploadedfile import SimpleUploadedFile

from tests.engine.summary.making import grade
from tests.oversight.elsewhere import FIRST, arrived, handed, joined
from tests.world import World

URL = "/oversight/weeks/upload/"


def test_a_file_is_taken_in_or_all_that_is_wrong_is_told(world: World) -> None:
    joined(world)
    client = world.client("郑岚")
    assert "核验并收下" in client.get(URL).content.decode()
    bad = grade(counts={"students": 1, "without_mentor": 2}, cells={"met_talk": [3, 2]})
    page = client.post(URL, {"file": SimpleUploadedFile("a.json", handed(bad))}).content.decode()
    assert "这份周汇总没有收下" in page
    assert "多于“学生”的 1" in page
    assert "应有 2，却完成 3" in page
    assert arrived(world) == []
    page = client.post(URL, {"file": SimpleUploadedFile("a.json", handed(FIRST))}, follow=True).content.decode()
    assert "已收下：河西学校" in page
    page = client.post(URL, {"file": SimpleUploadedFile("a.json", handed(FIRST))}).content.decode()
    assert "以前已收下" in page
    assert arrived(world) == [("hexi", 1)]
