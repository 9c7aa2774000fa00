import datetime as dt

import pytest

from taoli.common.errors import TaoliError
from taoli.matching import queries, services
from taoli.matching.models import MatchRun, Pairing
from taoli.roster.models import Student
from tests.world import START, TODAY, World


@pytest.fixture
def pairing(world: World, fair_run: MatchRun) -> Pairing:
    services.publish_run(by=world.office, run_id=fair_run.pk, starts=START)
    return Pairing.objects.of(world.school).get(student=world.students["吴桐"])


def test_ending_keeps_the_history_and_frees_the_student(world: World, pairing: Pairing) -> None:
    last = dt.date(2026, 11, 20)
    services.end_pairing(by=world.office, pk=pairing.pk, on=last, reason="transferred_out")
    school, mentor, student = world.school.pk, pairing.mentor_id, pairing.student_id
    assert queries.pairing_at(school, mentor, student, last) is not None
    assert queries.pairing_at(school, mentor, student, last + dt.timedelta(days=1)) is None
    assert Student.objects.of(school).get(pk=student).mentor_id is None
    (fact,) = queries.pairing_facts(school, world.term, student_ids=[student])
    assert (fact.ends, fact.end_reason) == (last, "transferred_out")


@pytest.mark.parametrize(
    ("on", "reason", "sentence"),
    [
        (dt.date(2026, 8, 31), "graduated", "最后一天不能早于结对开始的 2026-09-01。"),
        (dt.date(2026, 11, 24), "graduated", "最后一天不能晚于今天。"),
        (TODAY, "because", "请从列出的原因里选一个。"),
        (TODAY, "other", "请简单写明是什么原因。"),
    ],
)
def test_bad_endings_are_refused_in_words(
    world: World, pairing: Pairing, on: dt.date, reason: str, sentence: str
) -> None:
    with pytest.raises(TaoliError) as refusal:
        services.end_pairing(by=world.office, pk=pairing.pk, on=on, reason=reason)
    assert str(refusal.value) == sentence
    pairing.refresh_from_db()
    assert pairing.ends is None


def test_pairing_ends_once(world: World, pairing: Pairing) -> None:
    services.end_pairing(by=world.office, pk=pairing.pk, on=TODAY, reason="other", note="家庭搬迁")
    with pytest.raises(TaoliError, match="这段结对已经结束了。"):
        services.end_pairing(by=world.office, pk=pairing.pk, on=TODAY, reason="graduated")
    pairing.refresh_from_db()
    assert (pairing.end_reason, pairing.reason) == ("other", "家庭搬迁")
