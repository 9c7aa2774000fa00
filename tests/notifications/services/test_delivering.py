import pytest

from taoli.common.models import AuditEntry
from taoli.notifications.models import Delivery, Notice, Quiet
from taoli.notifications.phrases import KINDS, Kind
from taoli.notifications.services import To, notify
from taoli.notifications.services.own import set_quiet
from tests.notifications.conftest import at, deliver_at, tell
from tests.world import World


def channels(world: World) -> list[str]:
    return sorted(Delivery.objects.of(world.school).values_list("channel", flat=True))


def test_with_an_account_the_inbox_takes_it_without_one_paper(world: World) -> None:
    tell(world, ["王敏", "陈立"])  # 陈立 has no account
    family = [To("family", world.students["吴桐"].pk, {"student": str(world.students["吴桐"].pk)})]
    notify(by=world.office, to=family, kind="paired_family", about="run")
    assert deliver_at(world, at(11, 23, 12)) == 3
    assert channels(world) == ["inbox", "paper", "paper"]


def test_twice_is_once_with_one_audit_row_a_batch(world: World) -> None:
    tell(world, ["王敏", "李慧"])
    assert deliver_at(world, at(11, 23, 12)) == 2
    assert deliver_at(world, at(11, 23, 13)) == 0
    assert channels(world) == ["inbox", "inbox"]
    assert AuditEntry.objects.of(world.school).filter(action="notice.deliver").count() == 1


@pytest.mark.parametrize("moment", [at(11, 23, 23), at(11, 24, 6), at(11, 28, 12)])
def test_nothing_leaves_at_night_or_on_a_day_without_lessons(world: World, moment: object) -> None:
    tell(world)
    assert deliver_at(world, moment) == 0  # type: ignore[arg-type]


def test_safety_leaves_at_night_and_cannot_be_quietened(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "alarm", Kind("alarm", lambda _values: "", safety=True))
    set_quiet(by=world.actor("王敏"), channel="inbox", kinds=["", "alarm", "step_due"])
    assert set(Quiet.objects.of(world.school).values_list("kind", flat=True)) == {"", "step_due"}
    notify(by=world.office, to=[To("staff", world.staff["王敏"].pk)], kind="alarm", about="x")
    tell(world)
    assert deliver_at(world, at(11, 28, 3)) == 1
    assert Delivery.objects.of(world.school).get().notice.kind == "alarm"


@pytest.mark.parametrize("kind", ["", "step_due"])
def test_a_quiet_channel_is_left_out(world: World, kind: str) -> None:
    set_quiet(by=world.actor("王敏"), channel="inbox", kinds=[kind])
    tell(world, ["王敏", "李慧"])
    assert deliver_at(world, at(11, 23, 12)) == 2
    assert [one.notice.receiver_id for one in Delivery.objects.of(world.school)] == [world.staff["李慧"].pk]


def test_what_waited_for_a_school_day_is_due_when_it_leaves(world: World) -> None:
    tell(world)
    Notice.objects.of(world.school).update(due_at=None)
    deliver_at(world, at(11, 23, 12))
    assert Notice.objects.of(world.school).get().due_at == at(11, 23, 12)
