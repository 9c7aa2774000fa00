from taoli.matching.models import YearChange
from taoli.roster.services.settings import set_phone
from tests.world import World


def test_a_letter_says_who_from_when_and_the_telephone_and_nothing_of_the_reason(
    going: World, stopped: YearChange
) -> None:
    set_phone(by=going.office, phone="0532-5550000")
    page = going.client("孙悦").get(f"/matching/year/changes/{stopped.pk}/letters/").content.decode()
    assert page.count('<section class="letter">') == 3
    assert "林子涵的导师此前是王敏老师，从 2026-11-23 起由李慧老师担任。" in page
    assert "0532-5550000" in page
    assert "反映" not in page
