"""A phone is let write offline; a shared computer never."""

from taoli.guidance.models import OfflineDevice
from tests.world import World

PAGE = "/guidance/offline/open/"


def test_the_phone_gets_its_token_once_and_only_its_hash_is_kept(settled: World) -> None:
    given = settled.client("王敏").post(PAGE).json()
    device = OfflineDevice.objects.of(settled.school.pk).get()
    assert given["token"] not in str(vars(device))
    assert (given["id"], given["person"]) == (str(device.pk), str(settled.staff["王敏"].pk))
    assert set(given["seal"]) == {"number", "public"}
    assert given["paths"]["today"] == "/today/"


def test_a_shared_computer_is_refused(settled: World) -> None:
    client = settled.client("王敏")
    session = client.session
    session["shared"] = True
    session.save()
    assert client.post(PAGE).status_code == 403
    assert not OfflineDevice.objects.of(settled.school.pk).exists()


def test_a_student_is_kept_out(settled: World) -> None:
    assert settled.client("林子涵").post(PAGE).status_code == 403


def test_it_takes_a_post(settled: World) -> None:
    assert settled.client("王敏").get(PAGE).status_code == 405
