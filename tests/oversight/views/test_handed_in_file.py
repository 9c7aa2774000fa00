from taoli.common.policy import system
from taoli.oversight.services.handing_in import hand_in_week
from taoli.oversight.services.taking_in import checked
from tests.oversight.elsewhere import arrived
from tests.world import World


def test_the_file_is_what_a_bureau_takes_in(world: World) -> None:
    row = hand_in_week(by=world.office)
    answer = world.client("孙悦").get(f"/oversight/handed-in/{row.pk}/file/")
    assert answer["Content-Disposition"] == 'attachment; filename="summary-taoli-0001.json"'
    assert len(answer.content) <= 20_000
    assert [one.code for one in checked(world.bureaus["district"].pk, answer.content).findings] == ["received_before"]
    assert arrived(world) == [("taoli", 1)]


def test_the_file_of_another_school_is_not_found(world: World) -> None:
    row = hand_in_week(by=system(world.other.pk))
    assert world.client("孙悦").get(f"/oversight/handed-in/{row.pk}/file/").status_code == 404
