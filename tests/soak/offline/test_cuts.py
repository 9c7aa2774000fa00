"""A thousand network cuts at five points: each record exactly once, in order. TAOLI_SOAK_CUTS: so many instead."""

import os

from tests.browser import Demo
from tests.journeys.hands import Visits
from tests.journeys.network_cuts import BREAKABLE, arrived, cut_and_go_on
from tests.journeys.offline_phone import offline_phone, unlock

CUTS = int(os.environ.get("TAOLI_SOAK_CUTS", "1000"))


def test_many_cuts_bring_each_record_exactly_once_and_in_order(visits: Visits, demo: Demo) -> None:
    page = offline_phone(visits)
    page.add_init_script(BREAKABLE)
    page.context.set_offline(True)
    page.goto("/guidance/records/new/")
    unlock(page)
    page.locator("form[data-record]").wait_for()
    page.context.set_offline(False)
    texts = [f"长切断{place:04}" for place in range(CUTS)]
    assert cut_and_go_on(page, texts) == CUTS
    assert arrived(demo.data, "长切断") == texts
