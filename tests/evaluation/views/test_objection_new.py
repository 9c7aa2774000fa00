import uuid

import pytest
from django.urls import reverse

from taoli.evaluation.models import AppraisalRun, Objection
from tests.evaluation.work import share, sheet_of
from tests.world import World


@pytest.fixture
def url(settled: World, run: AppraisalRun) -> str:
    share(settled, run)
    return reverse("evaluation:objection_new", args=[sheet_of(run, settled).pk])


def test_page_names_the_item_what_was_not_counted_and_who_reads(settled: World, url: str) -> None:
    text = settled.client("王敏").get(f"{url}?item=individual").content.decode()
    for words in ("个别指导", "13.33 分（满分 20）", "没联系上", "10月14日", "考核组和德育处"):
        assert words in text


def test_post_raises_it_and_the_sheet_shows_it(settled: World, url: str) -> None:
    client = settled.client("王敏")
    said = {"text": "十月谈过两次", "op": str(uuid.uuid4())}
    answer = client.post(f"{url}?item=individual", said)
    assert answer.headers["Location"] == f"{reverse('evaluation:my_sheet')}#individual"
    client.post(f"{url}?item=individual", said)  # sent twice
    assert Objection.objects.of(settled.school).get().item == "individual"
    text = client.get(reverse("evaluation:my_sheet")).content.decode()
    assert "十月谈过两次" in text
    assert "撤回异议" in text
    assert text.count("对这一项有异议") == 5


def test_too_late_is_said_and_the_words_are_kept(settled: World, url: str) -> None:
    AppraisalRun.objects.of(settled.school).update(objects_from="2026-11-01", objects_until="2026-11-20")
    client = settled.client("王敏")
    assert "今天不能提出异议" in client.get(url).content.decode()
    text = client.post(url, {"text": "晚了一步", "op": str(uuid.uuid4())}).content.decode()
    assert "异议可以提到 2026年11月20日 为止" in text
    assert "晚了一步" in text
    assert not Objection.objects.of(settled.school).exists()


def test_empty_words_are_asked_for(settled: World, url: str) -> None:
    settled.client("王敏").post(url, {"text": "", "op": str(uuid.uuid4())})
    assert not Objection.objects.of(settled.school).exists()


def test_a_colleagues_sheet_and_an_unknown_item_are_404(settled: World, run: AppraisalRun, url: str) -> None:
    client = settled.client("王敏")
    other = reverse("evaluation:objection_new", args=[sheet_of(run, settled, "李慧").pk])
    assert client.get(other).status_code == 404
    assert client.get(f"{url}?item=nothing").status_code == 404
