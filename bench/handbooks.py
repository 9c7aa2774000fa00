"""3,000 handbooks of about ten pages as PDF on this machine's cores, and what two others take for the same paper.

`python -m bench.handbooks [--count 3000]`. Anchors in the same run: WeasyPrint on thirty of them as HTML with the same
tables (`pip install weasyprint`, no part of Taoli), LibreOffice on ten of the Word files. Bar: 240 s on two cores.
"""

import argparse
import html
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import django

KEY, BAR, PAGES = "handbook_full", 240.0, 10
FRAME = {
    "school": "青禾中学",
    "code": "bench",
    "term": "2026-2027学年第一学期",
    "who": "孙悦",
    "when": "2026年11月23日",
}
SMALL, FEW, CHUNK = 30, 10, 50


def instance() -> tuple[Any, Mapping[str, Any]]:
    """Return the form, and one sheet's data whose lists are long enough for about ten pages."""
    import pypdfium2

    from taoli.documents.official.layout import Sheet
    from taoli.documents.official.registry import forms
    from taoli.documents.official.rendering import pdf

    form = forms()[KEY]
    for times in range(1, 400):
        data = {name: value * times if isinstance(value, list) else value for name, value in dict(form.sample).items()}
        with pypdfium2.PdfDocument(pdf(form, FRAME, [Sheet(None, "", data)])) as paper:
            if len(paper) >= PAGES:
                return form, data
    raise SystemExit("the handbook does not grow to ten pages")


def by_typst(folder: Path, form: Any, data: Mapping[str, Any], count: int) -> None:
    """Press as the product does: chunks, a process each, as many at once as there are cores."""
    from taoli.documents.official.as_typst import program_of
    from taoli.documents.official.filled import context
    from taoli.documents.official.layout import Sheet
    from taoli.documents.services.pressing import _press

    (folder / "program.typ").write_text(program_of(form))
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        waiting = []
        for start in range(0, count, CHUNK):
            stems = [f"{number:05}" for number in range(start, min(start + CHUNK, count))]
            for stem in stems:
                filled = context(form, FRAME, [Sheet(None, stem, {**data, "mentor": f"王敏{stem}"})], "青禾中学 孙悦")
                (folder / f"{stem}.json").write_text(json.dumps(filled, ensure_ascii=False))
            waiting.append(pool.submit(_press, folder, stems))
        for one in waiting:
            one.result()


def by_weasyprint(folder: Path, data: Mapping[str, Any]) -> None:
    """Draw the same lists as HTML tables."""
    import weasyprint

    from taoli.documents.official.rendering import FONTS

    face = f"@font-face {{ font-family: song; src: url(file://{FONTS}/NotoSerifSC-Regular.ttf) }} "
    style = face + "body { font: 10.5pt song } td, th { border: 0.5pt solid; padding: 4pt } table { width: 100% }"
    for number in range(SMALL):
        weasyprint.HTML(string=f"<style>{style}</style>{drawn(data)}").write_pdf(folder / f"w{number}.pdf")


def drawn(value: Any) -> str:
    """Return data as HTML: lists of mappings as tables, all else as paragraphs."""
    if isinstance(value, Mapping):
        return "".join(drawn(one) for one in value.values())
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        rows = "".join("<tr>" + "".join(f"<td>{drawn(cell)}</td>" for cell in row.values()) + "</tr>" for row in value)
        return f"<table>{rows}</table>"
    if isinstance(value, list):
        return "".join(drawn(one) for one in value)
    return f"<p>{html.escape(str(value))}</p>"


def by_libreoffice(folder: Path, form: Any, data: Mapping[str, Any]) -> None:
    """Turn ten Word files into PDF in one call."""
    from taoli.documents.official.layout import Sheet
    from taoli.documents.official.rendering import default_word

    for number in range(FEW):
        (folder / f"l{number}.docx").write_bytes(default_word(form, FRAME, [Sheet(None, "", data)]))
    files = [str(folder / f"l{number}.docx") for number in range(FEW)]
    own = f"-env:UserInstallation=file://{folder}/office"
    command = ["soffice", own, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True)


def timed(work: Callable[[], None]) -> float:
    """Return the seconds a piece of work took."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Print seconds, seconds per page and the two ratios."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--count", type=int, default=3000)
    count = asked.parse_args().count
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "taoli.config.settings")
    with tempfile.TemporaryDirectory() as name:
        os.environ["TAOLI_DATA"] = name
        django.setup()
        folder, (form, data) = Path(name), instance()
        seconds = timed(lambda: by_typst(folder, form, data, count))
        each = seconds / count
        size = sum(file.stat().st_size for file in folder.glob("[0-9]*.pdf")) / 1e6
        print(
            f"{count} handbooks of {PAGES} pages: {seconds:.1f} s on {os.cpu_count()} cores "
            f"({each * 1000:.0f} ms each, {size:.0f} MB); 3,000 in {each * 3000:.0f} s, bar {BAR:.0f} s"
        )
        try:
            other = timed(lambda: by_weasyprint(folder, data)) / SMALL
            print(f"WeasyPrint: {other * 1000:.0f} ms each in one process, {other / each:.1f} × ours")
        except ModuleNotFoundError:
            print("WeasyPrint is not here: .venv/bin/python -m pip install weasyprint")
        if shutil.which("soffice"):
            office = timed(lambda: by_libreoffice(folder, form, data)) / FEW
            print(f"Word and LibreOffice: {office * 1000:.0f} ms each, {office / each:.1f} × ours")
    if each * 3000 > BAR:
        raise SystemExit("over the bar")


if __name__ == "__main__":
    main()
