import pytest
from django.urls import reverse

from taoli.common.models import AuditEntry
from taoli.schemes import services
from taoli.schemes.models import SchemeVersion
from tests.documents.reading import footer, lines, word
from tests.schemes.conftest import KEY, TYPED
from tests.world import START, World

URL = reverse("documents:scheme_word")


@pytest.fixture
def version(world: World) -> SchemeVersion:
    row = services.adopt(by=world.office, preset_key=KEY, scoring="coverage")
    changes = {**TYPED, "duties.individual.per": "two_weeks"}
    row = services.set_values(by=world.office, pk=row.pk, changes=changes, edit=row.edit)
    return services.publish(by=world.office, pk=row.pk, in_force_from=START)


def test_paper_says_what_the_software_works_by_with_clause_and_own_words_marked(
    world: World, version: SchemeVersion
) -> None:
    paper = word(world.client("王敏"), URL)
    said = lines(paper)
    assert said[:2] == ["太谷二中 2012 全员育人导师制", "桃李中学    第 1 版    自 2026年9月1日 起执行"]
    assert "依据：太谷二中全员育人导师制实施方案太二发〔2012〕1号" in said
    chapters = [line for line in said if "、" in line[:3] and len(line) < 12]
    assert [chapter.split("、")[1] for chapter in chapters] == [
        "指导思想与目标",
        "组织",
        "导师与受导学生",
        "结对步骤",
        "工作要求",
        "档案与表格",
        "考核",
        "表彰与津贴",
        "其他",
    ]
    assert any(
        line.endswith("个别指导：每两周至少 1 次，对每名学生（导师）。〔太谷二中2012 · 个别指导〕〔校本补充〕")
        for line in said
    )
    assert any(version.checksum in line for line in said)
    assert "PAGE" in paper.sections[0].footer._element.xml
    assert footer(paper).startswith("由 王敏 于")


def test_a_draft_says_that_it_is_one_and_is_for_the_office(world: World, version: SchemeVersion) -> None:
    draft = services.revise(by=world.office)
    query = f"{URL}?version={draft.pk}"
    assert "草稿，尚未发布" in lines(word(world.client("孙悦"), query))[1]
    assert world.client("王敏").get(query).status_code == 404


def test_before_anything_is_published_there_is_none(world: World) -> None:
    assert world.client("孙悦").get(URL).status_code == 404
    assert world.client("孙悦").get(f"{URL}?version=x").status_code == 404


def test_download_is_audited(world: World, version: SchemeVersion) -> None:
    word(world.client("孙悦"), URL)
    assert AuditEntry.objects.of(world.school).get(action="form.download").data["form"] == "scheme.docx"
