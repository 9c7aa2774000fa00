import pytest

from taoli.care.models import SafetyOfficer
from tests.care.counselling import sent
from tests.world import World

URL = "/care/officers/"


def test_principal_and_office_name_them_and_take_them_back(world: World) -> None:
    client = world.client("钱程")
    client.post(URL, sent(names="赵国栋、李慧"))
    assert "赵国栋 李慧" in client.get(URL).content.decode() or "李慧 赵国栋" in client.get(URL).content.decode()
    world.client("孙悦").post(URL, sent(names="李慧"))
    rows = SafetyOfficer.objects.of(world.school).filter(ended_at=None)
    assert [one.staff.name for one in rows] == ["李慧"]


def test_a_name_that_is_nobodys_changes_nothing(world: World) -> None:
    page = world.client("钱程").post(URL, sent(names="查无此人 李慧")).content.decode()
    assert "查无此人" in page
    assert not SafetyOfficer.objects.of(world.school).exists()


@pytest.mark.parametrize("name", ["王敏", "李慧", "何静", "郑明"])
def test_nobody_else_names_them(world: World, name: str) -> None:
    assert world.client(name).get(URL).status_code == 403
