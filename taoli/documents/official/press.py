"""Presses typst programs into PDF beside the server: `python -m taoli.documents.official.press FOLDER FONTS SHEET…`.

FOLDER holds `program.typ` and the data of each sheet as `SHEET.json`; it becomes `SHEET.pdf`, and the data is deleted.
Knows neither Django nor the database, so that a process of its own starts at once and gives its memory back.
"""

import sys
from pathlib import Path

import typst


def pressed(compiler: typst.Compiler, program: bytes, inputs: dict[str, str]) -> bytes:
    """Return a program's PDF."""
    made = compiler.compile(program, format="pdf", sys_inputs=inputs, pdf_tags=False)
    if not isinstance(made, bytes):  # typst answers a list for pictures only
        raise TypeError(type(made))
    return made


def press(folder: Path, fonts: Path, stems: list[str]) -> None:
    """Make the PDFs of the named sheets; what is there already stays."""
    faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
    compiler = typst.Compiler(font_paths=faces, ignore_system_fonts=True)
    program: bytes = (folder / "program.typ").read_bytes()
    for stem in stems:
        data, made = folder / f"{stem}.json", folder / f"{stem}.part"
        if data.exists():
            inputs = {"data": data.read_text()}
            made.write_bytes(pressed(compiler, program, inputs))
            made.rename(made.with_suffix(".pdf"))
            data.unlink()


if __name__ == "__main__":
    press(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
