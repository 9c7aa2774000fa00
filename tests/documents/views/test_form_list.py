import pytest
from django.urls import reverse

from taoli.documents.official.registry import forms
from tests.documents.printing import asked
from tests.world import World

URL = reverse("documents:form_list")


def test_every_form_of_the_role_is_listed(settled: World) -> None:
    page = settled.client("孙悦").get(URL).content.decode()
    assert [form.title for form in forms().values() if form.title not in page] == []
    assert "与学生谈话记录表（附表4）" in page


def test_a_role_sees_its_own_forms_only(settled: World) -> None:
    page = settled.client("吴考").get(URL).content.decode()
    assert "与学生谈话记录表" not in page


def test_own_jobs_are_listed_and_not_those_of_others(settled: World) -> None:
    asked(settled.office)
    assert "我的打印任务" in settled.client("孙悦").get(URL).content.decode()
    assert "我的打印任务" not in settled.client("钱程").get(URL).content.decode()


def test_queries_do_not_grow_with_the_jobs(settled: World, django_assert_max_num_queries: object) -> None:
    client = settled.client("孙悦")
    asked(settled.office)
    client.get(URL)
    counts = []
    for _ in range(2):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as seen:
            client.get(URL)
        counts.append(len(seen))
        asked(settled.office)
        asked(settled.office)
    assert counts[0] == counts[1]


@pytest.mark.parametrize("who", ["林子涵", "林母", "何静"])
def test_others_have_no_forms(settled: World, who: str) -> None:
    assert settled.client(who).get(URL).status_code == 403
