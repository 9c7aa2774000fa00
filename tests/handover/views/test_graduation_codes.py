import re
import uuid

import pytest

from taoli.handover.models import TakeAlong
from tests.handover.graduating import address, graduated
from tests.world import World

pytestmark = pytest.mark.usefixtures("summer")


def test_slips_are_shown_once_and_a_repeat_makes_none(settled: World) -> None:
    _row, one = graduated(settled)
    client, url = settled.client("孙悦"), address(one, "codes")
    assert "九十天" in client.get(url).content.decode()
    form = {"op": str(uuid.uuid4())}
    page = client.post(url, form).content.decode()
    code = re.search(r"cut-code\">([2-9A-Z-]{17})<", page)
    assert code is not None
    assert "吴桐" in page
    kept = TakeAlong.objects.of(settled.school).get()
    assert code[1] not in (kept.selector, kept.digest)
    assert client.post(url, form)["Location"] == "/handover/graduation/"
    assert TakeAlong.objects.of(settled.school).get().digest == kept.digest


def test_a_class_that_did_not_graduate_is_not_found(settled: World) -> None:
    _row, one = graduated(settled)
    client = settled.client("孙悦")
    assert client.get(address(one, "codes").replace("2027", "2026")).status_code == 404
