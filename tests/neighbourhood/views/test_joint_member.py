from taoli.neighbourhood.models import JointMember
from tests.world import World

URL = "/neighbourhood/joint/member/"


def test_the_usual_departments_at_once_one_corrected_one_taken_off(world: World) -> None:
    client, bureau = world.client("郑岚"), world.bureaus["district"]
    for _twice in range(2):
        client.post(URL, {"deed": "usual"})
    assert JointMember.objects.of(bureau).count() == 5
    row = JointMember.objects.of(bureau).get(department="妇联")
    client.post(f"{URL}?member={row.pk}", {"department": "妇联", "person": "苏禾", "phone": "0571-1"})
    assert "苏禾" in client.get(f"{URL}?member={row.pk}").content.decode()
    assert "已在名单里" in client.post(URL, {"department": "文明办"}).content.decode()
    assert world.client("方远").get(f"{URL}?member={row.pk}").status_code == 404
    client.post(f"{URL}?member={row.pk}", {"deed": "drop"})
    assert not JointMember.objects.of(bureau).filter(department="妇联").exists()
