import io
import zipfile

from taoli.common.models import ViewLog
from tests.documents.reading import body
from tests.oversight.inspecting import small_pack
from tests.world import World


def test_one_paper_or_all_in_a_zip_noted_first(world: World) -> None:
    pack, client = small_pack(world), world.client("孙悦")
    url = f"/oversight/inspections/{pack.pk}/files/"
    assert body(client, f"{url}1/") == b"T001\n"
    with zipfile.ZipFile(io.BytesIO(body(client, f"{url}0/"))) as folder:
        assert folder.namelist() == ["01 抽样名单.txt"]
    assert client.get(f"{url}9/").status_code == 404
    assert ViewLog.objects.filter(school_id=world.school.pk, page="oversight:inspection_file").count() == 2
