"""Identity-card numbers: keep them or not."""

from django.urls import reverse

from taoli.roster.models import Student
from taoli.roster.queries.imports import keeps_identity_numbers
from tests.world import World

URL = reverse("roster:settings_edit")


def test_it_is_off_at_first_and_can_be_switched_on_and_off(world: World) -> None:
    client = world.client("孙悦")
    assert not keeps_identity_numbers(world.school.pk)
    client.post(URL, {"keep_identity_numbers": "on"})
    assert keeps_identity_numbers(world.school.pk)
    Student.objects.of(world.school).filter(name="林子涵").update(identity_number="110101201005010012")
    page = client.post(URL, {}, follow=True).content.decode()
    assert not keeps_identity_numbers(world.school.pk)
    assert "清除了 1 个身份证号" in page
    assert Student.objects.of(world.school).get(name="林子涵").identity_number == ""


def test_only_the_office_may(world: World) -> None:
    for person in ("王敏", "钱程", "郑明"):
        assert world.client(person).get(URL).status_code == 403
