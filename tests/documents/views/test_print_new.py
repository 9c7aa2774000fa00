from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from taoli.common.models import Job
from taoli.documents.jobs import press_sheets
from taoli.documents.models import PrintJob
from tests.documents.printing import KEY, op
from tests.documents.reading import body
from tests.world import World

URL = reverse("documents:print_new", args=[KEY])


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Any) -> None:
    settings.DATA = tmp_path


def press(world: World, job: PrintJob, work: Job) -> None:
    press_sheets.call(school_id=world.school.pk, job_id=str(work.pk), print_id=str(job.pk))


def test_a_class_is_printed_by_the_worker_and_fetched(settled: World) -> None:
    client = settled.client("李慧")
    place = f"class:{settled.students['林子涵'].school_class_id}"
    answer = client.post(URL, {"op": op(), "place": place, "shape": "one_pdf"})
    job = PrintJob.objects.of(settled.school).get()
    assert answer["Location"] == reverse("documents:print_show", args=[job.pk])
    assert (job.place, len(job.ids)) == ("高一(1)班", 3)
    work = Job.objects.of(settled.school).get()
    assert "正在生成表册" in client.get(answer["Location"]).content.decode()
    press(settled, job, work)
    work.refresh_from_db()
    assert (work.state, work.location) == ("done", reverse("documents:print_file", args=[job.pk]))
    assert body(client, work.location).startswith(b"%PDF")


def test_a_second_tap_starts_no_second_job(settled: World) -> None:
    client, form = settled.client("孙悦"), {"op": op(), "place": "all", "shape": "pdfs"}
    assert client.post(URL, form)["Location"] == client.post(URL, form)["Location"]
    assert PrintJob.objects.of(settled.school).count() == 1


def test_without_a_shape_nothing_starts(settled: World) -> None:
    answer = settled.client("孙悦").post(URL, {"op": op(), "place": "all"}, follow=True)
    assert "请选好打印给谁、怎样输出" in answer.content.decode()
    assert not PrintJob.objects.of(settled.school).exists()


def test_work_that_fails_says_so_and_may_go_on(settled: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(**_all: Any) -> None:
        raise RuntimeError("disk full")

    client = settled.client("孙悦")
    client.post(URL, {"op": op(), "place": "all", "shape": "one_pdf"})
    job, work = PrintJob.objects.of(settled.school).get(), Job.objects.of(settled.school).get()
    monkeypatch.setattr("taoli.documents.jobs.make", broken)
    press(settled, job, work)
    page = client.get(reverse("documents:print_show", args=[job.pk])).content.decode()
    assert "已经做好的还在" in page
