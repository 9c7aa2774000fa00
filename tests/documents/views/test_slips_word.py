import io

import docx

from tests.documents.reading import lines, table
from tests.matching.published import published_round
from tests.world import World

URL = "/documents/slips.docx"


def test_whoever_has_no_account_gets_a_slip_by_class_once(world: World) -> None:
    published_round(world)
    client = world.client("孙悦")
    assert "有 12 张纸条等着打印。" in client.get("/documents/").content.decode()
    answer = client.post(URL)
    paper = docx.Document(io.BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]
    titles = [text for text in lines(paper) if text.endswith("通知纸条")]
    assert titles == ["高一(1)班通知纸条", "高一(2)班通知纸条", "高二(1)班通知纸条", "教职工通知纸条"]
    rows = dict(table(paper)[1:])
    assert rows["周一诺家长"].startswith("周一诺的导师是王敏。")
    assert rows["周一诺"].startswith("你的导师是王敏。")
    assert "林子涵" not in rows
    assert "林子涵家长" not in rows
    assert client.post(URL)["Location"] == "/documents/"
    assert "纸条等着打印" not in client.get("/documents/").content.decode()


def test_only_the_office(world: World) -> None:
    published_round(world)
    assert [world.client(name).post(URL).status_code for name in ("李慧", "王敏", "钱程")] == [403] * 3
