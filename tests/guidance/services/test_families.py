import datetime as dt

import pytest
from django.http import Http404

from taoli.common.errors import ConflictError, TaoliError
from taoli.guidance.models import FamilyCorrection, FamilyMessage
from taoli.guidance.queries.appointments import family_appointments
from taoli.guidance.queries.visiting import guardians_to_tell, phones_of
from taoli.guidance.services import answer_correction, answer_message, ask_correction, mark_read, send_message
from taoli.notifications.models import Notice
from taoli.roster.models import Guardianship
from taoli.roster.services.students import restrict_guardian
from tests.guidance.visiting import offer
from tests.world import TODAY, World

MENDED = FamilyCorrection.State.MENDED


def send(world: World, text: str = "孩子最近睡得晚", name: str = "林子涵") -> FamilyMessage:
    return send_message(by=world.actor("林母"), student_id=world.students[name].pk, text=text)


def restrict(world: World, *, visits: bool = False, until: dt.date | None = None, since: dt.date = TODAY) -> None:
    child = world.students["林子涵"]
    tie = Guardianship.objects.of(world.school).get(student=child)
    restrict_guardian(by=world.office, student=child, tie_id=tie.pk, since=since, until=until, visits=visits)


def test_a_message_is_told_in_hours_read_and_answered_once(settled: World) -> None:
    row = send(settled)
    notice = Notice.objects.of(settled.school).get(kind="family_message")
    assert (notice.receiver_id, "睡得晚" in str(notice.params)) == (settled.staff["王敏"].pk, False)
    assert mark_read(by=settled.actor("王敏")) == 1
    answer_message(by=settled.actor("王敏"), pk=row.pk, text="好的，我留意")
    with pytest.raises(ConflictError, match="已经答复过"):
        answer_message(by=settled.actor("王敏"), pk=row.pk, text="再答一次")
    row.refresh_from_db()
    assert (row.answer, bool(row.read_at)) == ("好的，我留意", True)
    assert Notice.objects.of(settled.school).get(kind="family_message_answered").receiver_kind == "guardian"


def test_while_one_waits_there_is_no_second_one(settled: World) -> None:
    row = send(settled)
    with pytest.raises(TaoliError, match="还在等答复"):
        send(settled, "还有一件事")
    answer_message(by=settled.actor("王敏"), pk=row.pk, text="好")
    send(settled, "还有一件事")
    assert FamilyMessage.objects.of(settled.school).count() == 2


@pytest.mark.parametrize("text", ["", "   ", "长" * 501])
def test_nothing_and_too_much_are_refused(settled: World, text: str) -> None:
    with pytest.raises(TaoliError):
        send(settled, text)


def test_one_writes_about_ones_own_child_only_and_nobody_else_answers(settled: World) -> None:
    with pytest.raises(Http404):
        send(settled, name="周一诺")
    row = send(settled)
    for name in ("李慧", "孙悦", "林母"):
        with pytest.raises(Http404):
            answer_message(by=settled.actor(name), pk=row.pk, text="不该由我答复")


def test_a_correction_goes_to_class_and_office_and_is_answered_once(settled: World) -> None:
    row = ask_correction(by=settled.actor("林母"), student_id=settled.students["林子涵"].pk, text="电话是旧的")
    told = set(Notice.objects.of(settled.school).filter(kind="family_correction").values_list("receiver_id", flat=True))
    assert told == {settled.staff["李慧"].pk, settled.staff["孙悦"].pk}
    assert row.due_on == TODAY + dt.timedelta(days=7)
    with pytest.raises(TaoliError, match="还在查看"):
        ask_correction(by=settled.actor("林母"), student_id=settled.students["林子涵"].pk, text="再说一次")
    with pytest.raises(Http404):
        answer_correction(by=settled.actor("王敏"), pk=row.pk, state=MENDED, text="不该由我答复")
    answer_correction(by=settled.actor("李慧"), pk=row.pk, state=MENDED, text="已改")
    with pytest.raises(ConflictError):
        answer_correction(by=settled.office, pk=row.pk, state=MENDED, text="也改")


@pytest.mark.parametrize(
    ("said", "sees"),
    [
        ({}, False),
        ({"visits": True}, True),
        ({"until": TODAY}, False),
        ({"since": TODAY - dt.timedelta(days=9), "until": TODAY - dt.timedelta(days=1)}, True),
        ({"since": TODAY + dt.timedelta(days=1)}, True),
    ],
)
def test_a_restricted_guardian_learns_of_no_appointment_on_the_days_of_the_restriction(
    settled: World, said: dict[str, object], sees: bool
) -> None:
    restrict(settled, **said)  # type: ignore[arg-type]
    row = offer(settled)
    child = settled.students["林子涵"].pk
    assert bool(family_appointments(settled.actor("林母"))) is sees
    assert bool(guardians_to_tell(settled.school.pk, child)) is sees
    assert Notice.objects.of(settled.school).filter(kind="visit_offered").exists() is sees
    phones, barred = phones_of(settled.school.pk, [child])
    assert (bool(phones), barred) == (sees, not sees)
    answer = settled.client("林母").get(f"/guidance/family-visits/{row.pk}/")
    assert answer.status_code == (200 if sees else 404)


def test_days_in_the_wrong_order_and_another_childs_guardian_are_refused(settled: World) -> None:
    with pytest.raises(TaoliError, match="早于"):
        restrict(settled, until=TODAY - dt.timedelta(days=1))
    tie = Guardianship.objects.of(settled.school).get()
    with pytest.raises(TaoliError, match="无关"):
        restrict_guardian(
            by=settled.office, student=settled.students["周一诺"], tie_id=tie.pk, since=TODAY, until=None, visits=False
        )
