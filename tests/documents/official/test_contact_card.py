import datetime as dt

from taoli.common.models import ViewLog
from taoli.roster.models import Guardianship
from tests.documents.official.people import data
from tests.world import World


def test_the_card_names_mentor_homeroom_teacher_and_guardians(worked: World) -> None:
    found = data(worked, "contact_card")
    assert (found["mentor"], found["lead"]) == ("王敏", "李慧")
    assert found["guardians"] == [{"relation": "母亲", "name": "林母", "phone": "13800000000"}]
    assert not ViewLog.objects.of(worked.school).exists()


def test_who_is_not_the_mentor_is_logged_first(worked: World) -> None:
    data(worked, "contact_card", "孙悦")
    assert [row.noun for row in ViewLog.objects.of(worked.school)] == ["roster.guardian"]


def test_a_restricted_guardian_stands_on_no_card(worked: World) -> None:
    Guardianship.objects.of(worked.school).update(restricted_from=dt.date(2026, 9, 1))
    assert data(worked, "contact_card")["guardians"] == []
