from tests.documents.reading import lines, word
from tests.matching.published import published_round
from tests.world import World


def test_all_letters_in_one_file_or_one(world: World) -> None:
    choice = published_round(world)
    url = f"/documents/letters/{choice.pk}.docx"
    texts = lines(word(world.client("孙悦"), url))
    assert texts.count("聘  书") == 4
    assert "兹聘请您担任桃李中学2026-2027学年第一学期学生成长导师，指导学生 2 名。" in texts
    one = lines(word(world.client("孙悦"), f"{url}?mentor={world.staff['王敏'].pk}"))
    assert one[:4] == [
        "聘  书",
        "王敏老师：",
        texts[texts.index("王敏老师：") + 1],
        "学生：高一(1)班 林子涵、周一诺。",
    ]
    assert one[-1] == "________年____月____日"  # handed over: nothing of ours stands on it
    assert world.client("孙悦").get(f"{url}?mentor={world.staff['郑明'].pk}")["Location"] == "/documents/"
