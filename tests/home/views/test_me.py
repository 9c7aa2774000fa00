import pytest

from taoli.accounts.models import RoleHeld
from tests.world import World


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("王敏", "导师"),
        ("李慧", "班主任 · 高一(1)班"),
        ("赵国栋", "年级组长 · 高一"),
        ("郑明", "系统管理员"),
        ("林母", "家长"),
    ],
)
def test_everybody_sees_the_own_name_school_and_roles(world: World, name: str, role: str) -> None:
    page = world.client(name).get("/me/").content.decode()
    assert f"<h1>{name}</h1>" in page
    assert "桃李中学" in page
    assert f"<li>{role}</li>" in page


def test_without_a_role_the_page_says_who_can_give_one(world: World) -> None:
    RoleHeld.objects.filter(account=world.accounts["王敏"]).delete()
    assert "今天没有任何身份" in world.client("王敏").get("/me/").content.decode()


def test_it_offers_the_way_out_language_and_look(world: World) -> None:
    page = world.client("王敏").get("/me/").content.decode()
    assert 'action="/sign-out/"' in page
    assert 'value="en"' in page
    assert 'data-theme-set="dark"' in page
