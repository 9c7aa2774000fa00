from tests.world import World


def test_it_says_in_plain_words_what_is_told_and_what_is_not(world: World) -> None:
    page = world.client("郑岚").get("/oversight/overview/help/").content.decode()
    for words in ("少于 10", "没有谈话内容", "不按数值排列", "相减也得不到什么"):
        assert words in page, words
    client = world.client("郑岚")
    client.cookies["django_language"] = "en"
    assert "A bureau must see who is left out." in client.get("/oversight/overview/help/").content.decode()
