import io
import zipfile
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from taoli.common.errors import TaoliError
from taoli.common.models import AuditEntry
from taoli.documents.models import PrintJob
from taoli.documents.official.prints import file_of, folder_of
from taoli.documents.services import pressing
from taoli.documents.services.pressing import make
from tests.documents.printing import asked
from tests.world import World

TOLD: list[tuple[int, int]] = []


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Any) -> None:
    settings.DATA = tmp_path
    TOLD.clear()


def report(done: int, total: int) -> None:
    TOLD.append((done, total))


def text_of(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as paper:
        return [page.get_textpage().get_text_bounded() for page in paper]


def test_one_pdf_has_a_sheet_for_everybody_in_order(settled: World) -> None:
    job = make(by=settled.office, job=asked(settled.office), report=report)
    pages = text_of(file_of(job).read_bytes())
    assert [
        name for page in pages for name in ("林子涵", "周一诺", "孙浩然", "赵思源", "钱多多", "吴桐") if name in page
    ] == [
        "林子涵",
        "周一诺",
        "孙浩然",
        "赵思源",
        "钱多多",
        "吴桐",
    ]
    assert all("孙悦" in page for page in pages)  # who printed it, on every page
    assert (job.state, job.sheets) == ("done", 6)
    assert job.size == file_of(job).stat().st_size
    assert TOLD[-1] == (6, 6)
    assert [file.name for file in folder_of(job).iterdir() if file.suffix == ".json"] == []


def test_a_zip_names_each_file_by_class_number_and_name(settled: World) -> None:
    job = make(by=settled.office, job=asked(settled.office, PrintJob.Shape.PDFS), report=report)
    with zipfile.ZipFile(io.BytesIO(file_of(job).read_bytes())) as folder:
        names = folder.namelist()
        assert names[0] == "高一(1)班 S001 林子涵.pdf"
        assert len(names) == len(set(names)) == 6
        assert "林子涵" in text_of(folder.read(names[0]))[0]


def test_a_zip_of_word_files(settled: World) -> None:
    job = make(by=settled.office, job=asked(settled.office, PrintJob.Shape.WORDS), report=report)
    with zipfile.ZipFile(file_of(job)) as folder:
        assert {name.rsplit(".", 1)[1] for name in folder.namelist()} == {"docx"}
        assert len(folder.namelist()) == 6


def test_a_job_that_broke_off_goes_on_where_it_was(settled: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pressing, "CHUNK", 2)
    whole = pressing._press
    pressed: list[list[str]] = []

    def breaks(folder: Path, stems: list[str]) -> None:
        if len(pressed) == 1:
            raise RuntimeError("power")
        pressed.append(stems)
        whole(folder, stems)

    monkeypatch.setattr(pressing, "_press", breaks)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    job = asked(settled.office)
    with pytest.raises(RuntimeError, match="power"):
        make(by=settled.office, job=job, report=report)
    assert len(list(folder_of(job).glob("*.pdf"))) == 2
    again: list[list[str]] = []

    def goes_on(folder: Path, stems: list[str]) -> None:
        again.append(stems)
        whole(folder, stems)

    monkeypatch.setattr(pressing, "_press", goes_on)
    made = make(by=settled.office, job=job, report=report)
    assert made.sheets == 6
    assert not set(pressed[0]) & {stem for stems in again for stem in stems}


def test_a_process_that_fails_says_why(settled: World, tmp_path: Path) -> None:
    (tmp_path / "program.typ").write_text("#no-such-thing()")
    (tmp_path / "one.json").write_text("{}")
    with pytest.raises(RuntimeError, match="no-such-thing"):
        pressing._press(tmp_path, ["one"])
    assert not (tmp_path / "one.pdf").exists()


def test_two_of_one_name_get_two_files(tmp_path: Path) -> None:
    files = {}
    for stem in ("a", "b"):
        (tmp_path / f"{stem}.pdf").write_bytes(stem.encode())
        files[tmp_path / f"{stem}.pdf"] = "高一/1 林子涵"
    pressing._zipped(tmp_path / "all.zip", files)
    with zipfile.ZipFile(tmp_path / "all.zip") as folder:
        assert folder.namelist() == ["高一_1 林子涵.pdf", "高一_1 林子涵 2.pdf"]


def test_nobody_within_reach_is_said(settled: World) -> None:
    job = asked(settled.office)
    job.ids = (
        [str(settled.school.uuid)] if hasattr(settled.school, "uuid") else ["00000000-0000-0000-0000-000000000000"]
    )
    with pytest.raises(TaoliError, match="还没有可以打印的内容"):
        make(by=settled.office, job=job, report=report)


def test_the_download_is_on_the_audit(settled: World) -> None:
    make(by=settled.office, job=asked(settled.office), report=report)
    entry = AuditEntry.objects.of(settled.school).get(action="form.download")
    assert entry.data == {"form": "talk_record.one_pdf", "people": 6}
