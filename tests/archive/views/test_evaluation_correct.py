from tests.archive.growing import sent
from tests.archive.speaking import newest, release, speak
from tests.world import World


def test_a_new_version_is_begun_with_a_reason(world: World) -> None:
    old, client = release(world), world.client("李慧")
    address = f"/archive/evaluations/{old.pk}/correct/"
    assert client.post(address, sent(reason="")).status_code == 200
    answer = client.post(address, sent(reason="名字写错"))
    assert answer["Location"] == f"/archive/evaluations/{newest(world).pk}/proof/"
    assert newest(world).version == 2
    assert "已经在更正了" in client.post(address, sent(reason="又")).content.decode()


def test_what_is_not_released_is_said(world: World) -> None:
    speak(world)
    page = world.client("李慧").post(f"/archive/evaluations/{newest(world).pk}/correct/", sent(reason="改"))
    assert "直接改" in page.content.decode()
