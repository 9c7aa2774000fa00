import datetime as dt
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.http import Http404

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.documents.models import PrintJob
from taoli.documents.official.layout import Holds
from taoli.documents.official.prints import file_of, folder_of, title_of
from taoli.documents.official.registry import forms
from taoli.documents.official.whom import term_now
from taoli.documents.services import prints
from taoli.documents.services.prints import again, agree, ask, fetched, purge_prints
from tests.documents.printing import KEY, asked
from tests.world import World

MANY = [uuid.uuid4() for _ in range(PrintJob.ALONE + 1)]


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Any) -> None:
    settings.DATA = tmp_path


def sensitive(world: World, reason: str, count: int = PrintJob.ALONE + 1) -> PrintJob:
    form = replace(forms()[KEY], holds=Holds.SENSITIVE)
    term = term_now(world.office)
    return ask(by=world.office, form=form, term=term, place="全校", ids=MANY[:count], shape="one_pdf", reason=reason)


def test_sensitive_data_of_more_than_fifty_waits_for_a_second_person(settled: World) -> None:
    job = sensitive(settled, "家长会核对")
    assert job.state == PrintJob.State.ASKED
    with pytest.raises(TaoliError, match="要由另一个人同意"):
        agree(by=settled.office, pk=job.pk, yes=True)
    agreed = agree(by=settled.actor("钱程"), pk=job.pk, yes=True)
    assert (agreed.state, agreed.second_name) == (PrintJob.State.RUNNING, "钱程")
    with pytest.raises(ConflictError, match="已经处理过"):
        agree(by=settled.actor("钱程"), pk=job.pk, yes=False)


def test_fifty_are_printed_alone(settled: World) -> None:
    assert sensitive(settled, "", PrintJob.ALONE).state == PrintJob.State.RUNNING


def test_without_a_reason_nothing_is_asked(settled: World) -> None:
    with pytest.raises(TaoliError, match="请写明用途"):
        sensitive(settled, "  ")
    assert not PrintJob.objects.of(settled.school).exists()


def test_refused_stays_refused(settled: World) -> None:
    job = agree(by=settled.actor("钱程"), pk=sensitive(settled, "核对").pk, yes=False)
    assert job.state == PrintJob.State.REFUSED
    with pytest.raises(ConflictError):
        again(by=settled.office, job=job)


def test_too_many_and_nobody_are_told(settled: World, monkeypatch: pytest.MonkeyPatch) -> None:
    form, term = forms()[KEY], term_now(settled.office)
    monkeypatch.setattr(prints, "MOST_WORDS", 3)
    with pytest.raises(TaoliError, match="一次最多 3 份"):
        ask(by=settled.office, form=form, term=term, place="", ids=MANY, shape="words")
    with pytest.raises(TaoliError, match="还没有可以打印"):
        ask(by=settled.office, form=form, term=term, place="", ids=[], shape="words")


def test_a_job_that_did_not_work_may_go_on(settled: World) -> None:
    job = asked(settled.office)
    job.state = PrintJob.State.FAILED
    job.save(update_fields=["state"])
    assert again(by=settled.office, job=job).state == PrintJob.State.RUNNING


def test_the_file_is_thrown_away_after_a_week(settled: World) -> None:
    job = asked(settled.office)
    folder_of(job).mkdir(parents=True)
    (folder_of(job) / "all.pdf").write_bytes(b"%PDF")
    job.state, job.made_at = PrintJob.State.DONE, clock.now() - PrintJob.KEPT + dt.timedelta(minutes=1)
    job.save(update_fields=["state", "made_at"])
    assert purge_prints(school_id=settled.school.pk) == 0
    assert fetched(by=settled.office, job=job).read_bytes() == b"%PDF"
    job.made_at = clock.now() - PrintJob.KEPT
    job.save(update_fields=["made_at"])
    assert purge_prints(school_id=settled.school.pk) == 1
    job.refresh_from_db()
    assert job.state == PrintJob.State.EXPIRED
    assert not folder_of(job).exists()
    with pytest.raises(Http404):
        file_of(job)


def test_a_form_that_is_no_longer_there_keeps_its_key() -> None:
    assert title_of("gone_form") == "gone_form"
