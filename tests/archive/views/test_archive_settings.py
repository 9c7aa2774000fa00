from taoli.archive.queries.settings import settings_of
from tests.archive.growing import sent
from tests.world import World

URL = "/archive/settings/"


def test_the_office_puts_the_sections_in_order(settled: World) -> None:
    client = settled.client("孙悦")
    assert "家庭和社会关系" in client.get(URL).content.decode()
    form = sent(**{"place-works": 2, "place-honours": 1, "family_reads": "on", "edit": 0})
    assert client.post(URL, form)["Location"] == URL
    kept = settings_of(settled.school.pk)
    assert (kept.keys, kept.family_reads, kept.family_writes) == (["honours", "works"], True, False)


def test_nothing_kept_and_an_old_page_are_said(settled: World) -> None:
    client = settled.client("孙悦")
    assert "至少留一个" in client.post(URL, sent(edit=0)).content.decode()
    client.post(URL, sent(**{"place-works": 1, "edit": 0}))
    assert "别的页面改过了" in client.post(URL, sent(**{"place-habits": 1, "edit": 0})).content.decode()


def test_others_do_not_open_it(settled: World) -> None:
    for name in ("李慧", "钱程", "林子涵"):
        assert settled.client(name).get(URL).status_code == 403
