import io
import uuid
import zipfile
from typing import Any

import pytest

from taoli.common.models import Job, ViewLog
from taoli.handover.jobs import bundle_class
from taoli.handover.models import GraduationBundle
from tests.handover.graduating import address, graduated
from tests.world import World

pytestmark = pytest.mark.usefixtures("summer")


def test_the_work_writes_a_file_that_the_office_downloads(
    settled: World, django_capture_on_commit_callbacks: Any
) -> None:
    _row, one = graduated(settled)
    client = settled.client("孙悦")
    answer = client.post(address(one, "export"), {"op": str(uuid.uuid4())})
    job = Job.objects.of(settled.school).get()
    assert answer["Location"] == f"/handover/graduation/?job={job.pk}"
    bundle_class.call(
        school_id=settled.school.pk,
        job_id=str(job.pk),
        account_id=str(settled.accounts["孙悦"].pk),
        class_id=str(one.class_id),
        left_on=str(one.left_on),
    )
    job.refresh_from_db()
    assert (job.state, job.done, job.total) == ("done", 1, 1)
    assert "正在导出档案" in client.get(answer["Location"]).content.decode()
    file = client.get(job.location)
    assert file["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(file.content)) as folder:
        assert folder.namelist() == ["S006-吴桐.zip"]
    assert ViewLog.objects.of(settled.school).filter(noun="handover.graduation").exists()
    assert GraduationBundle.objects.of(settled.school).get().students == 1
