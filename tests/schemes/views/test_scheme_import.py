import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taoli.engine.scheme import apply_changes
from taoli.engine.scheme.writing import to_yaml
from taoli.schemes import services
from taoli.schemes.models import SchemeVersion
from taoli.schemes.queries import own_clauses
from tests.engine.examples import taigu
from tests.schemes.conftest import TYPED
from tests.world import START, World

URL = "/schemes/import/"


def mine() -> str:
    text = to_yaml(apply_changes(taigu(), {"title": "我校方案", "duties.individual.per": "two_weeks"}))
    return text.replace("key: taigu-no2-2012", "key: our-own", 1)


def test_a_file_becomes_a_draft_that_is_its_own_base(world: World) -> None:
    answer = world.client("孙悦").post(URL, {"file": SimpleUploadedFile("x.yaml", mine().encode())})
    row = SchemeVersion.objects.of(world.school).get()
    assert answer["Location"] == f"/schemes/?version={row.pk}"
    assert (row.title, row.preset_key, row.changes) == ("我校方案", "our-own", {})
    assert own_clauses(row) == ()
    row = services.set_values(by=world.office, pk=row.pk, changes={"duties.individual.times": 2}, edit=row.edit)
    assert [change.path for change in own_clauses(row)] == ["duties.individual.times"]
    row = services.set_values(by=world.office, pk=row.pk, changes=TYPED, edit=row.edit)
    services.publish(by=world.office, pk=row.pk, in_force_from=START)
    again = services.revise(by=world.office)
    assert (again.base, again.changes) == (row.base, row.changes)


def test_a_file_of_a_preset_is_compared_with_the_text_that_ships(world: World) -> None:
    world.client("孙悦").post(URL, {"text": mine().replace("key: our-own", "key: taigu-no2-2012", 1)})
    row = SchemeVersion.objects.of(world.school).get()
    assert {change.path for change in own_clauses(row)} >= {"duties.individual.per", "title"}


@pytest.mark.parametrize(
    ("text", "sentence", "line"),
    [
        ("key: &a x\ntitle: *a", "文件用了 &amp; 和 * 重复引用", 1),
        ("key: !!str x", "文件用了标签", 1),
        ("key: x\nkey: y", "“key”写了两次", 2),
        ("- x", "文件里不是方案", 0),
        ("a: [", "这里不是正确的 YAML", 2),
        ("a: " + "x" * 530_000, "文件超过 512 KB", 0),
        ("[" * 40, "文件套了 16 层以上", 1),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_nothing_changes(
    world: World, text: str, sentence: str, line: int
) -> None:
    page = world.client("孙悦").post(URL, {"file": SimpleUploadedFile("x.yaml", text.encode())})
    assert sentence in page.content.decode()
    assert page.context["faults"][0].line == line
    assert not SchemeVersion.objects.of(world.school).exists()


def test_faults_of_the_scheme_name_path_and_line(world: World) -> None:
    text = mine().replace("  per: two_weeks", "  per: fortnight", 1)
    fault = world.client("孙悦").post(URL, {"text": text}).context["faults"][0]
    assert fault.path == "duties.individual.per"
    assert text.splitlines()[fault.line - 1] == "  per: fortnight"
    assert "只能是" in fault.sentence


def test_neither_file_nor_text(world: World) -> None:
    assert "请选择文件，或者粘贴内容。" in world.client("孙悦").post(URL, {}).content.decode()


def test_a_draft_under_review_is_not_overwritten(world: World, ready: SchemeVersion) -> None:
    services.send_for_review(by=world.office, pk=ready.pk)
    page = world.client("孙悦").post(URL, {"text": mine()}).content.decode()
    assert "草稿正在审阅，暂不能改" in page
