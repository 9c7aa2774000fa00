"""Downloads read back."""

import io
from typing import Any

import docx
import openpyxl
from django.test import Client


def body(client: Client, url: str) -> bytes:
    answer = client.get(url)
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    return b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]


def word(client: Client, url: str) -> Any:
    return docx.Document(io.BytesIO(body(client, url)))


def table(paper: Any, place: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in paper.tables[place].rows]


def lines(paper: Any) -> list[str]:
    return [line.text for line in paper.paragraphs if line.text]


def footer(paper: Any) -> str:
    return str(paper.sections[0].footer.paragraphs[0].text)


def excel(client: Client, url: str) -> Any:
    return openpyxl.load_workbook(io.BytesIO(body(client, url)))
