import datetime as dt
import io
import zipfile

import pytest
import time_machine

from taoli.accounts.models import RoleHeld
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import ViewLog
from taoli.guidance.permissions import GUIDED
from taoli.handover.models import PACKAGE_MOVES, Farewell, Package, PackageStudent
from taoli.handover.services.answers import take_receipt
from taoli.handover.services.packages import Extra, draft_package, drop_package, set_extra, write_farewell
from taoli.handover.services.sending import expire_packages, package_file, send_package, show_code
from taoli.notifications.models import Notice
from taoli.roster.models import ClassStay
from tests.handover.sending import Two, accepted, arrived, drafted, restricted, sent
from tests.world import TODAY


def test_every_state_has_its_moves() -> None:
    assert PACKAGE_MOVES.keys() == set(Package.State)


def test_the_mentor_is_asked_once_for_a_word(both: Two) -> None:
    drafted(both, "林子涵", "周一诺")
    notices = Notice.objects.of(both.world.school).filter(kind="farewell_asked")
    assert [(one.receiver_id, one.params["count"]) for one in notices] == [(both.world.staff["王敏"].pk, 2)]
    assert Farewell.objects.of(both.world.school).count() == 2


def test_the_sender_writes_no_more_at_once(both: Two) -> None:
    wang = both.world.actor("王敏")
    child = both.world.students["林子涵"]
    assert GUIDED.can(wang, "timeline", child)
    sent(both)
    child.refresh_from_db()
    assert (child.mentor, child.left_on) == (None, TODAY)
    assert not GUIDED.can(both.world.actor("王敏"), "timeline", child)
    assert not ClassStay.objects.of(both.world.school).filter(student=child, ends=None).exists()
    assert both.world.client("王敏").get(f"/guidance/students/{child.pk}/").status_code == 404


def test_a_package_is_signed_and_opened_by_the_receiver_only(both: Two) -> None:
    package = sent(both)
    with zipfile.ZipFile(io.BytesIO(bytes(package.data or b""))) as file:
        assert sorted(file.namelist()) == ["manifest.json", "manifest.sig", "student/0001.json"]
    assert "林子涵".encode() not in bytes(package.data or b"")
    assert (package.reply_by, package.expires_on) == (dt.date(2026, 12, 7), dt.date(2027, 1, 22))


def test_without_strengths_or_the_mentors_word_a_reason_is_asked_for(both: Two) -> None:
    student = both.world.students["孙浩然"]
    package = draft_package(by=both.here, partner_id=both.partner.pk, student_ids=[student.pk], person="丁老师")
    with pytest.raises(TaoliError, match="孙浩然"):
        send_package(by=both.here, pk=package.pk, edit=package.edit)
    assert send_package(by=both.here, pk=package.pk, edit=package.edit, nonetheless="导师已退休").state == "sent"


def test_a_student_is_in_one_package_at_a_time(both: Two) -> None:
    package = drafted(both)
    with pytest.raises(TaoliError, match="林子涵"):
        drafted(both)
    drop_package(by=both.here, pk=package.pk, edit=package.edit)
    assert drafted(both).state == "drafted"


@pytest.mark.parametrize("person", ["", "丁老师"])
def test_nobody_and_no_receiver_make_no_package(both: Two, person: str) -> None:
    for ids in ([], [both.partner.pk]):
        with pytest.raises(TaoliError):
            draft_package(by=both.here, partner_id=both.partner.pk, student_ids=ids, person=person)


def test_a_school_that_was_not_compared_gets_nothing(both: Two) -> None:
    both.partner.verified_on = None
    both.partner.save()
    with pytest.raises(TaoliError, match="核对"):
        drafted(both)


def test_more_than_a_package_holds_is_refused(both: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("taoli.handover.services.packages.MOST_STUDENTS", 1)
    with pytest.raises(TaoliError, match="1"):
        drafted(both, "林子涵", "周一诺")


def test_what_goes_along_restricted_is_sealed_and_has_a_reason(both: Two) -> None:
    package = restricted(both, drafted(both))
    row = PackageStudent.objects.of(both.world.school).get()
    assert row.sealed_text
    assert "住处" not in row.sealed_text + row.sealed_reason + row.sealed_attention
    student, until = row.student_id, TODAY + dt.timedelta(days=9)
    for wrong in (
        Extra(restricted="x"),
        Extra(restricted_reason="x"),
        Extra(attention_until=until),
        Extra(attention_until=TODAY, attention_reason="x"),
        Extra(attention_until=TODAY + dt.timedelta(days=300), attention_reason="x"),
    ):
        with pytest.raises(TaoliError):
            set_extra(by=both.here, pk=package.pk, student_id=student, edit=package.edit, extra=wrong)
    sent(both, package)
    with pytest.raises(TaoliError, match="发送"):
        set_extra(by=both.here, pk=package.pk, student_id=student, edit=package.edit + 1, extra=Extra())


def test_the_code_is_given_out_after_the_receipt_only_and_logged(both: Two) -> None:
    package = sent(both, restricted(both, drafted(both)))
    with pytest.raises(TaoliError, match="回执"):
        show_code(by=both.here, pk=package.pk)
    take_receipt(by=both.here, line=accepted(both, arrived(both, package)).receipt)
    assert len(show_code(by=both.here, pk=package.pk)) > 28
    assert ViewLog.objects.of(both.world.school).filter(noun="handover.package").count() == 1


def test_a_package_without_restricted_words_has_no_code(both: Two) -> None:
    package = sent(both)
    take_receipt(by=both.here, line=accepted(both, arrived(both, package)).receipt)
    with pytest.raises(TaoliError):
        show_code(by=both.here, pk=package.pk)


def test_two_who_send_at_once_send_once(both: Two) -> None:
    package = drafted(both)
    with pytest.raises(ConflictError):
        send_package(by=both.here, pk=package.pk, edit=package.edit + 1)
    sent(both, package)
    with pytest.raises(TaoliError):
        send_package(by=both.here, pk=package.pk, edit=package.edit)
    with pytest.raises(TaoliError):
        send_package(by=both.here, pk=both.partner.pk, edit=1)
    with pytest.raises(TaoliError):
        drop_package(by=both.here, pk=package.pk, edit=package.edit + 1)


def test_the_file_is_there_until_the_answer(both: Two) -> None:
    package = drafted(both)
    with pytest.raises(TaoliError):
        package_file(by=both.here, pk=package.pk)
    sent(both, package)
    name, data = package_file(by=both.here, pk=package.pk)
    assert name == f"{package.pk}.taoli"
    assert data.startswith(b"PK")


def test_what_nobody_answers_ends_and_its_file_is_erased(both: Two) -> None:
    package = sent(both)
    assert expire_packages(by=both.here) == 0
    with time_machine.travel(dt.datetime(2027, 1, 25, tzinfo=dt.UTC)):
        assert expire_packages(by=both.here) == 1
    package.refresh_from_db()
    assert (package.state, package.data) == ("expired", None)


def test_a_word_is_ones_own_and_changed_until_the_package_goes(both: Two) -> None:
    package = drafted(both)
    row = Farewell.objects.of(both.world.school).get()
    wang = both.world.actor("王敏")
    with pytest.raises(TaoliError):
        write_farewell(by=both.world.actor("李慧"), pk=row.pk, edit=row.edit, text="x")
    with pytest.raises(TaoliError):
        write_farewell(by=wang, pk=row.pk, edit=row.edit, text=" ")
    with pytest.raises(ConflictError):
        write_farewell(by=wang, pk=row.pk, edit=row.edit - 1, text="x")
    row = write_farewell(by=wang, pk=row.pk, edit=row.edit, text="喜欢先做后说")
    sent(both, package)
    with pytest.raises(TaoliError, match="已发出"):
        write_farewell(by=wang, pk=row.pk, edit=row.edit, text="晚了")


def test_students_lose_their_role_with_the_school(both: Two) -> None:
    sent(both)
    held = RoleHeld.objects.get(account=both.world.accounts["林子涵"], role="student")
    assert held.ends == TODAY - dt.timedelta(days=1)
