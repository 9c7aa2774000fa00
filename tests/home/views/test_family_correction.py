from taoli.guidance.models import FamilyCorrection
from taoli.guidance.services import answer_correction
from tests.world import World

URL = "/family/correction/"


def test_a_parent_asks_and_reads_until_when_and_what_became_of_it(settled: World) -> None:
    client = settled.client("林母")
    sent = {"student": str(settled.students["林子涵"].pk), "text": "电话是旧的"}
    assert client.post(URL, sent).status_code == 302
    assert "11月30日前答复" in client.get(URL).content.decode()
    assert "学校还在查看" in client.post(URL, sent).content.decode()
    row = FamilyCorrection.objects.of(settled.school).get()
    answer_correction(by=settled.office, pk=row.pk, state="kept", text="与户口本一致")
    page = client.get(URL).content.decode()
    assert ("保持原样" in page, "与户口本一致" in page) == (True, True)


def test_nobody_else_opens_it(settled: World) -> None:
    assert settled.client("王敏").get(URL).status_code == 403
