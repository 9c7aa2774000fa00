import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taoli.common.models import School
from taoli.engine.scheme.writing import to_yaml
from taoli.oversight.models import BaseDraft
from tests.engine.examples import taigu
from tests.oversight.base_facts import TALK, drafted, published
from tests.world import World

URL = "/oversight/bases/start/"


def draft(world: World) -> BaseDraft:
    return BaseDraft.objects.of(world.bureaus["district"]).get()


def test_a_preset_a_file_and_the_last_version_each_make_the_draft(world: World) -> None:
    client = world.client("郑岚")
    answer = client.post(URL, {"start": "weifang-2011"})
    assert answer["Location"] == f"/oversight/bases/drafts/{draft(world).pk}/"
    assert draft(world).text["key"] == "weifang-2011"
    client.post(URL, {"file": SimpleUploadedFile("base.yaml", to_yaml(taigu(title="春和区方案")).encode())})
    assert (draft(world).title, draft(world).marks, draft(world).follows) == ("春和区方案", {}, 0)
    assert "重新开始会替换它" in client.get(URL).content.decode()
    published(world)
    assert "现行基础方案" in client.get(URL).content.decode()
    client.post(URL, {"start": "last"})
    assert (draft(world).marks, draft(world).follows) == ({TALK: "binding"}, 1)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({}, "请选择一份方案，或者选择文件。"),
        ({"start": "nowhere-2020"}, "选择一个有效的选项"),
        ({"file": b"key: x\nkey: y"}, "写了两次"),
        ({"file": to_yaml(taigu()).replace("per: month", "per: fortnight", 1).encode()}, "只能是"),
    ],
    ids=["nothing", "no_preset", "twice", "outside_the_vocabulary"],
)
def test_what_is_wrong_is_said_and_the_draft_stays(world: World, data: dict[str, object], sentence: str) -> None:
    before = drafted(world)
    sent = {name: SimpleUploadedFile("x.yaml", one) if isinstance(one, bytes) else one for name, one in data.items()}
    assert sentence in world.client("郑岚").post(URL, sent).content.decode()
    assert (draft(world).marks, draft(world).edit) == (before.marks, before.edit)


def test_a_bureau_without_an_area_is_told_so(world: World) -> None:
    School.objects.filter(pk=world.bureaus["district"].pk).update(area=None)
    page = world.client("郑岚").post(URL, {"start": "weifang-2011"}).content.decode()
    assert "教育局还没有设置区域" in page
