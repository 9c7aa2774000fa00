"""The page that opens without a network: nothing of anybody."""

import pytest
from django.test import Client

from tests.world import World

PAGE = "/guidance/offline/shell/"


def test_it_is_the_same_for_everybody(settled: World) -> None:
    mine = settled.client("王敏").get(PAGE).content.decode()
    assert [name for name in ("王敏", "林子涵", "桃李中学") if name in mine] == []
    assert 'id="offline-pin"' in mine


@pytest.mark.parametrize(
    ("lang", "word"), [("zh-hans", "现在没有网络"), ("en", "There is no network"), ("xx", "现在没有网络")]
)
def test_it_is_kept_in_the_language_of_the_phone(db: None, lang: str, word: str) -> None:
    assert word in Client().get(f"{PAGE}?lang={lang}").content.decode()
