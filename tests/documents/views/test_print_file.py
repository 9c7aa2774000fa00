from pathlib import Path
from typing import Any

from django.urls import reverse

from taoli.common.models import AuditEntry
from taoli.documents.services.pressing import make
from tests.documents.printing import asked
from tests.documents.reading import body
from tests.world import World


def test_only_whoever_asked_fetches_it(settled: World, tmp_path: Path, settings: Any) -> None:
    settings.DATA = tmp_path
    job = make(by=settled.office, job=asked(settled.office), report=lambda _done, _total: None)
    url = reverse("documents:print_file", args=[job.pk])
    assert settled.client("钱程").get(url).status_code == 404
    assert body(settled.client("孙悦"), url).startswith(b"%PDF")
    rows = AuditEntry.objects.of(settled.school).filter(action="form.download").order_by("pk")
    assert "talk_record.one_pdf.fetch" in [row.data["form"] for row in rows]


def test_before_it_is_made_there_is_none(settled: World, tmp_path: Path, settings: Any) -> None:
    settings.DATA = tmp_path
    job = asked(settled.office)
    assert settled.client("孙悦").get(reverse("documents:print_file", args=[job.pk])).status_code == 404
