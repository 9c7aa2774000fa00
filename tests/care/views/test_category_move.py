import datetime as dt

import pytest

from tests.care.caring import sent
from tests.care.noting import noted
from tests.world import TODAY, World


@pytest.mark.parametrize("do", ["keep", "end", "withdraw"])
def test_it_still_holds_holds_no_more_or_was_never_right(world: World, do: str) -> None:
    row = noted(world)
    answer = world.client("李慧").post(f"/care/categories/{row.pk}/move/", sent(do=do))
    assert answer["Location"] == f"/care/students/{row.student_id}/categories/"
    row.refresh_from_db()
    assert row.review_on == TODAY + dt.timedelta(days=365)
    assert row.ends == {"keep": None, "end": TODAY, "withdraw": TODAY - dt.timedelta(days=1)}[do]


def test_nonsense_changes_nothing(world: World) -> None:
    row = noted(world)
    assert world.client("李慧").post(f"/care/categories/{row.pk}/move/", sent(do="dance")).status_code == 302
    row.refresh_from_db()
    assert (row.ends, row.withdrawn_at) == (None, None)


@pytest.mark.parametrize(("name", "code"), [("赵国栋", 403), ("王敏", 403), ("林母", 403)])
def test_others_do_not_reach_it(world: World, name: str, code: int) -> None:
    assert world.client(name).post(f"/care/categories/{noted(world).pk}/move/", sent(do="end")).status_code == code


def test_another_class_is_not_found(world: World) -> None:
    row = noted(world, by="孙悦", student="吴桐")
    assert world.client("李慧").post(f"/care/categories/{row.pk}/move/", sent(do="end")).status_code == 404
