"""Writers of one process take turns; who has to wait too long is told so."""

import threading
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.db import OperationalError, transaction
from django.test import RequestFactory

from taoli.common import unit
from taoli.common.errors import BusyError, RefusalPage, TaoliError
from taoli.common.models import AuditEntry
from taoli.common.turns import Turns
from tests.world import World


def test_those_who_wait_come_in_the_order_in_which_they_asked() -> None:
    turns, came = Turns(), list[int]()

    def wait(number: int) -> None:
        with turns.turn(30):
            came.append(number)

    threads = [threading.Thread(target=wait, args=(number,)) for number in range(8)]
    with turns.turn(30):
        for number, thread in enumerate(threads):
            thread.start()
            while len(turns._waiting) <= number:
                pass
    for thread in threads:
        thread.join(30)
    assert came == list(range(8))


def test_who_waits_too_long_gives_up_and_leaves_the_queue_to_the_others() -> None:
    turns = Turns()
    with turns.turn(30), pytest.raises(TimeoutError), turns.turn(0.01):
        raise AssertionError
    with turns.turn(0):
        pass


def test_a_failure_inside_hands_the_turn_on() -> None:
    turns = Turns()
    with pytest.raises(KeyError), turns.turn(0):
        raise KeyError
    with turns.turn(0):
        pass


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Somebody else of this process writes, on SQLite, for longer than one waits."""
    monkeypatch.setattr(unit, "PATIENCE", 0.01)
    monkeypatch.setattr(unit, "connection", SimpleNamespace(vendor="sqlite", in_atomic_block=True))
    with unit._writers.turn(30):
        yield


def test_inside_a_transaction_nobody_waits_for_a_turn(world: World, taken: None) -> None:
    with unit.change(by=world.office, action="test.inner"):
        pass
    assert AuditEntry.objects.of(world.school).filter(action="test.inner").exists()


def test_a_turn_that_does_not_come_is_a_sentence(world: World, taken: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unit, "connection", SimpleNamespace(vendor="sqlite", in_atomic_block=False))
    with pytest.raises(BusyError, match="请稍候再试"), unit.unit_of_work():
        raise AssertionError


@pytest.mark.parametrize(("words", "kind"), [("database is locked", BusyError), ("disk I/O error", OperationalError)])
def test_a_database_locked_by_another_process_is_a_sentence(
    db: None, monkeypatch: pytest.MonkeyPatch, words: str, kind: type[Exception]
) -> None:
    class Refused:
        def __enter__(self) -> None:
            raise OperationalError(words)

        def __exit__(self, *_error: object) -> None: ...

    monkeypatch.setattr(transaction, "atomic", Refused)
    with pytest.raises(kind), unit.unit_of_work():
        raise AssertionError


def test_a_page_without_a_form_says_503_a_refusal_409_and_other_errors_go_through() -> None:
    page = RefusalPage(lambda _request: None)  # type: ignore[arg-type, return-value]
    answer = page.process_exception(RequestFactory().post("/"), BusyError("请稍候再试。"))
    assert answer is not None
    assert (answer.status_code, answer["Retry-After"], "请稍候再试。" in answer.content.decode()) == (503, "5", True)
    refused = page.process_exception(RequestFactory().get("/"), TaoliError("还没有方案。"))
    assert refused is not None
    assert (refused.status_code, "还没有方案。" in refused.content.decode()) == (409, True)
    assert page.process_exception(RequestFactory().post("/"), KeyError()) is None
