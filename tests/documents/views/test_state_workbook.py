"""Downloading the whole state."""

from django.urls import reverse

from tests.documents.reading import excel
from tests.world import CAST, World

URL = reverse("documents:state_workbook")


def test_the_office_downloads_it_with_and_without_contacts(settled: World) -> None:
    client = settled.client("孙悦")
    page = client.get(reverse("documents:document_list")).content.decode()
    assert f"{URL}?contacts=on" in page
    plain, full = excel(client, URL), excel(client, f"{URL}?contacts=on")
    assert "电话" not in [cell.value for cell in plain["家长"][1]]
    assert "电话" in [cell.value for cell in full["家长"][1]]


def test_it_is_named_for_school_and_day(settled: World) -> None:
    answer = settled.client("孙悦").get(URL)
    assert answer.getvalue().startswith(b"PK")
    assert "2026-11-23.xlsx" in answer["Content-Disposition"]


def test_only_the_office_may(settled: World) -> None:
    answers = {role.value: settled.client(name).get(URL) for role, name in CAST.items()}
    assert answers["moral_office"].getvalue()
    codes = {role: answer.status_code for role, answer in answers.items()}
    assert codes == {**dict.fromkeys(codes, 403), "moral_office": 200}
    assert URL not in settled.client("钱程").get(reverse("documents:document_list")).content.decode()
