"""Frozen after publication."""

import datetime as dt

import pytest

from taoli.common.errors import TaoliError
from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun, AppraisalSheet
from taoli.evaluation.queries.checksum import checksum, is_unchanged
from taoli.notifications.models import Notice
from tests.evaluation.work import full_answers, publish, share
from tests.world import World


@pytest.fixture
def published(settled: World, run: AppraisalRun) -> AppraisalRun:
    return publish(settled, run)


def test_nothing_is_published_while_somebody_waits(settled: World, run: AppraisalRun) -> None:
    with pytest.raises(TaoliError, match="还有 4 位导师等考核组打勾。"):
        services.publish(by=settled.office, run_id=run.pk)
    run.refresh_from_db()
    assert (run.state, run.checksum) == ("draft", "")


def test_nothing_is_published_before_the_mentors_have_seen_it(settled: World, run: AppraisalRun) -> None:
    for item in ("cycle_activity", "individual"):
        services.tick_all(by=settled.office, run_id=run.pk, item=item)
    with pytest.raises(TaoliError, match="请先给导师看考核表"):
        services.publish(by=settled.office, run_id=run.pk, early=True)


def test_days_for_objections_that_are_still_to_come_have_to_be_waived_in_words(
    settled: World, run: AppraisalRun
) -> None:
    share(settled, run)
    with pytest.raises(TaoliError, match="2026年11月30日前还可以提出异议"):
        services.publish(by=settled.office, run_id=run.pk)
    AppraisalRun.objects.of(settled.school).filter(pk=run.pk).update(objects_until=dt.date(2026, 11, 22))
    assert services.publish(by=settled.office, run_id=run.pk).state == "published"


def test_every_mentor_is_told_of_the_publication_once(settled: World, published: AppraisalRun) -> None:
    assert Notice.objects.of(settled.school).filter(kind="appraisal_published").count() == 4


def test_published_appraisal_has_the_checksum_of_its_sheets(settled: World, published: AppraisalRun) -> None:
    rows = AppraisalSheet.objects.of(settled.school).filter(run=published)
    assert (published.state, len(published.checksum)) == ("published", 64)
    assert published.checksum == checksum(rows)
    assert is_unchanged(published)


def test_a_point_changed_behind_the_scenes_shows(settled: World, published: AppraisalRun) -> None:
    AppraisalSheet.objects.of(settled.school).filter(run=published, mentor=settled.staff["王敏"]).update(total=99)
    assert not is_unchanged(published)


def test_published_appraisal_is_frozen(settled: World, published: AppraisalRun) -> None:
    by = settled.office
    for deed in (
        lambda: services.draft_appraisal(by=by),
        lambda: services.tick_all(by=by, run_id=published.pk, item="individual"),
        lambda: services.publish(by=by, run_id=published.pk),
    ):
        with pytest.raises(TaoliError, match="这次考核已经公布并封存。"):
            deed()
    with pytest.raises(TaoliError, match="不再收答卷"):
        services.read_answers(school_id=settled.school.pk, data=full_answers())
