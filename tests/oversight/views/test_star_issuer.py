from django.test import Client

from tests.oversight.starring import decided, url
from tests.world import World


def test_the_issuer_shows_its_name_and_key_once_it_has_signed(world: World) -> None:
    bureau = world.bureaus["district"].pk
    assert Client().get(url("star_issuer", bureau)).status_code == 404
    decided(world)
    found = Client().get(url("star_issuer", bureau)).json()
    assert found["name"] == "春和区教育局"
    assert found["publicKey"]["crv"] == "Ed25519"
