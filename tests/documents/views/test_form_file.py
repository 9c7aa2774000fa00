import io
import uuid

import docx
import pypdfium2
from django.urls import reverse

from taoli.common.models import AuditEntry
from tests.documents.printing import KEY
from tests.documents.reading import body
from tests.world import World


def url(about: object, ending: str = "pdf", key: str = KEY) -> str:
    return reverse("documents:form_file", args=[key, about, ending])


def test_a_pdf_of_one_student(settled: World) -> None:
    data = body(settled.client("王敏"), url(settled.students["林子涵"].pk))
    with pypdfium2.PdfDocument(data) as paper:
        text = paper[0].get_textpage().get_text_bounded()
    assert "与学生谈话记录表" in text
    assert "林子涵" in text
    entry = AuditEntry.objects.of(settled.school).get(action="form.download")
    assert entry.data == {"form": "talk_record.pdf", "people": 1}


def test_a_word_file_of_one_student(settled: World) -> None:
    paper = docx.Document(io.BytesIO(body(settled.client("孙悦"), url(settled.students["吴桐"].pk, "docx"))))
    assert [cell.text for cell in paper.tables[0].rows[0].cells][:2] == ["被谈话人姓名", "吴桐"]


def test_somebody_out_of_reach_is_not_printed(settled: World) -> None:
    assert settled.stranger
    for about in (settled.students["吴桐"].pk, settled.stranger.pk, uuid.uuid4()):
        answer = settled.client("王敏").get(url(about), follow=True)
        assert "还没有可以打印的内容" in answer.content.decode()
    assert not AuditEntry.objects.of(settled.school).filter(action="form.download").exists()


def test_wrong_addresses_are_not_found(settled: World) -> None:
    client, pk = settled.client("孙悦"), settled.students["吴桐"].pk
    for address in (url(pk, "exe"), url("nobody"), url(pk, key="no_such_form")):
        assert client.get(address).status_code == 404
