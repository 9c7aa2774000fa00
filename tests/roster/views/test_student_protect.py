from taoli.roster.models import Guardianship, Student
from tests.world import World


def post(world: World, name: str, **said: str) -> int:
    url = f"/roster/students/{world.students['林子涵'].pk}/protect/"
    return int(world.client(name).post(url, said).status_code)


def test_the_office_flags_two_adults_and_takes_it_back(world: World) -> None:
    for said, kept in (({"two_adults": "on"}, True), ({}, False)):
        assert post(world, "孙悦", **said) == 302
        assert Student.objects.of(world.school).get(name="林子涵").two_adults is kept


def test_a_restricted_guardian_sees_neither_address_nor_other_guardians(world: World) -> None:
    Student.objects.of(world.school).filter(name="林子涵").update(address="桃花街道3号")
    tie = Guardianship.objects.of(world.school).get()
    url = f"/roster/students/{world.students['林子涵'].pk}/"
    assert "桃花街道3号" in world.client("林母").get(url).content.decode()
    assert post(world, "孙悦", tie=str(tie.pk), restricted="on") == 302
    page = world.client("林母").get(url).content.decode()
    assert ("桃花街道3号" in page, "13800000000" in page) == (False, False)
    assert "桃花街道3号" in world.client("王敏").get(url).content.decode()
    assert post(world, "孙悦", tie=str(tie.pk)) == 302
    assert "桃花街道3号" in world.client("林母").get(url).content.decode()


def test_only_the_office_sees_and_changes_it(world: World) -> None:
    url = f"/roster/students/{world.students['林子涵'].pk}/"
    assert "只有德育处能看和改" in world.client("孙悦").get(url).content.decode()
    assert "只有德育处能看和改" not in world.client("王敏").get(url).content.decode()
    assert post(world, "王敏", two_adults="on") == 403
    assert not Student.objects.of(world.school).get(name="林子涵").two_adults
