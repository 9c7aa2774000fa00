import pytest

from taoli.common.models import ViewLog
from taoli.handover.models import Arrival, Package, ReceivedStudent
from taoli.handover.services.answers import take_receipt
from taoli.handover.services.arrivals import Placement, accept_package, receive_package
from taoli.handover.services.packages import Extra, draft_package, set_extra
from taoli.handover.services.sending import send_package, show_code
from tests.handover.sending import Two, form


def came(both: Two) -> tuple[Arrival, str]:
    """A package with a restricted part, taken in here; 何静 is named. With its code."""
    assert both.world.stranger is not None
    pk = both.world.stranger.pk
    package: Package = draft_package(by=both.there, partner_id=both.back.pk, student_ids=[pk], person="孙悦")
    extra = Extra(restricted="夜里常哭", restricted_reason="要有人知道")
    package = set_extra(by=both.there, pk=package.pk, student_id=pk, edit=package.edit, extra=extra)
    package = send_package(by=both.there, pk=package.pk, edit=package.edit, nonetheless="暂无导师")
    row = receive_package(by=both.here, data=bytes(package.data or b""))
    place = Placement(1, number="N1", room_id=both.world.classes["高一(1)班"].pk)
    named = both.world.staff["何静"].pk
    row = accept_package(by=both.here, pk=row.pk, edit=row.edit, placements=[place], named_id=named)
    take_receipt(by=both.there, line=row.receipt)
    return row, show_code(by=both.there, pk=package.pk)


def test_the_named_person_opens_it_with_the_code_and_each_opening_is_logged(both: Two) -> None:
    row, code = came(both)
    url, he = f"/handover/arrivals/{row.pk}/restricted/", both.world.client("何静")
    assert "密码" in he.get(url).content.decode()
    assert "这不是这个档案包的密码" in he.post(url, form(code="ABCDE")).content.decode()
    page = he.post(url, form(code=code.lower()), follow=True).content.decode()
    assert "夜里常哭" in page
    assert "要有人知道" in page
    he.get(url)
    assert ViewLog.objects.of(both.world.school).filter(noun="handover.restricted").count() == 3
    kept = ReceivedStudent.objects.of(both.world.school).get()
    assert "夜里常哭" not in kept.sealed_text
    assert Arrival.objects.of(both.world.school).get().restricted is None
    he.post(url, form(code="again"))


@pytest.mark.parametrize(("name", "code"), [("孙悦", 404), ("王敏", 404), ("钱程", 404), ("郑明", 404), ("林母", 403)])
def test_nobody_else_opens_it_not_even_the_office(both: Two, name: str, code: int) -> None:
    row, _code = came(both)
    assert both.world.client(name).get(f"/handover/arrivals/{row.pk}/restricted/").status_code == code


def test_the_sealed_words_stand_in_no_list_of_the_student(both: Two) -> None:
    came(both)
    student = ReceivedStudent.objects.of(both.world.school).get().student_id
    page = both.world.client("孙悦").get(f"/handover/students/{student}/received/").content.decode()
    assert "夜里常哭" not in page
