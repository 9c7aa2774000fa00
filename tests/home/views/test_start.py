import pytest

from tests.world import World


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("王敏", "/today/"),
        ("李慧", "/class-map/"),
        ("赵国栋", "/desk/"),
        ("孙悦", "/desk/"),
        ("钱程", "/desk/"),
        ("吴考", "/evaluation/"),
        ("郑明", "/me/"),
        ("林子涵", "/my-mentor/"),
        ("林母", "/family/"),
    ],
)
def test_everybody_begins_at_the_own_work(world: World, name: str, address: str) -> None:
    assert world.client(name).get("/")["Location"] == address


def test_anonymous_is_sent_to_sign_in(client: object) -> None:
    assert client.get("/")["Location"] == "/sign-in/?next=/"  # type: ignore[attr-defined]
