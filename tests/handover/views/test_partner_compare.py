from taoli.handover.queries.keys import own_fingerprint
from tests.handover.sending import Two


def test_both_schools_digits_stand_on_the_sheet(both: Two) -> None:
    client = both.world.client("孙悦")
    page = client.get(f"/handover/partners/{both.partner.pk}/compare/").content.decode()
    assert own_fingerprint(both.world.school.pk) in page
    assert own_fingerprint(both.world.other.pk) in page
    assert client.get(f"/handover/partners/{both.back.pk}/compare/").status_code == 404
