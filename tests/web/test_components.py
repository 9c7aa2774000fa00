"""Every component: rendered, well nested, escaped, and with the parts the scripts and readers rely on."""

import re
from typing import Any

import pytest
from django.core.paginator import Paginator

from tests.web.conftest import WEB, Render, parsed

EVIL = "<b>\"'&"
SAFE = "&lt;b&gt;&quot;&#x27;&amp;"
COMPONENTS = sorted(path.stem for path in (WEB / "templates" / "cotton").glob("*.html"))
# Each with its own text attributes; {{ evil }} must come out escaped, exactly once each.
EXAMPLES = {
    "action_bar": '<c-action-bar note="{{ evil }}">x</c-action-bar>',
    "avatar": '<c-avatar name="林子涵" surname="{{ evil }}" />',
    "back": '<c-back href="/x/">{{ evil }}</c-back>',
    "bar": '<c-bar :value="3" :low="2" :high="8" label="{{ evil }}" />',
    "board": '<c-board base="{{ evil }}" :moves="True" />',
    "button": "<c-button>{{ evil }}</c-button>",
    "card": '<c-card title="{{ evil }}">x</c-card>',
    "chip": "<c-chip>{{ evil }}</c-chip>",
    "check_item": '<c-check-item state="now" label="{{ evil }}" count="12/14" missing="x" />',
    "checklist": '<c-checklist label="{{ evil }}"></c-checklist>',
    "clause": '<c-clause source="太谷 三.2">{{ evil }}</c-clause>',
    "confirm": '<c-confirm id="c" title="发布" verb="发布" action="/x/">{{ evil }}</c-confirm>',
    "day_mark": '<c-day-mark kind="holiday">{{ evil }}</c-day-mark>',
    "diff": '<c-diff label="班级" before="{{ evil }}" after="高一(3)班" />',
    "empty": '<c-empty title="{{ evil }}">why</c-empty>',
    "errors": '<c-errors :form="none" />{{ evil }}',
    "fact": '<c-fact label="班级">{{ evil }}</c-fact>',
    "facts": '<c-facts><c-fact label="{{ evil }}">x</c-fact></c-facts>',
    "field": '<c-field :field="none" />{{ evil }}',
    "field_notes": '<c-field-notes :field="none" help="{{ evil }}" />',
    "filter": '<c-filter label="{{ evil }}" name="grade" :options="options" value="1" />',
    "filters": '<c-filters label="{{ evil }}">x</c-filters>',
    "form": '<c-form action="/x/">{{ evil }}</c-form>',
    "icon": '<c-icon name="home" />{{ evil }}',
    "list": '<c-list label="{{ evil }}"></c-list>',
    "menu": '<c-menu label="{{ evil }}"></c-menu>',
    "menu_item": '<c-menu-item href="/x/">{{ evil }}</c-menu-item>',
    "month": '<c-month :month="month" />',
    "more": '<c-more label="{{ evil }}">x</c-more>',
    "notice": '<c-notice title="{{ evil }}">x</c-notice>',
    "page_header": '<c-page-header title="{{ evil }}"></c-page-header>',
    "pager": '<c-pager :page="page" />{{ evil }}',
    "pop": '<c-pop label="why">{{ evil }}</c-pop>',
    "progress": '<c-progress label="x" :value="1" :total="3" url="/job/">{{ evil }}</c-progress>',
    "readers": "<c-readers>{{ evil }}</c-readers>",
    "row": '<c-row title="{{ evil }}" href="/x/" person="林子涵"></c-row>',
    "search": '<c-search label="x" value="{{ evil }}" />',
    "seat": '<c-seat name="林子涵" tone="1" who="{{ evil }}" href="/x/" />',
    "seats": '<c-seats label="{{ evil }}"></c-seats>',
    "sentence": '<c-sentence template="{{ evil }}" />',
    "sheet": '<c-sheet id="s" title="{{ evil }}">x</c-sheet>',
    "stat": '<c-stat n="3" unit="人" href="/x/">{{ evil }}</c-stat>',
    "stats": "<c-stats>{{ evil }}</c-stats>",
    "status": '<c-status kind="done">{{ evil }}</c-status>',
    "step": '<c-step state="now" label="{{ evil }}" />',
    "steps": '<c-steps label="{{ evil }}"></c-steps>',
    "tab": '<c-tab href="/x/" :active="True">{{ evil }}</c-tab>',
    "table": '<c-table caption="{{ evil }}"><c-slot name="head"><th>x</th></c-slot></c-table>',
    "tabs": '<c-tabs label="{{ evil }}"></c-tabs>',
    "tile": '<c-tile name="林子涵" sub="{{ evil }}" />',
    "tiles": '<c-tiles label="{{ evil }}"></c-tiles>',
    "timeline": '<c-timeline label="{{ evil }}"></c-timeline>',
    "timeline_item": '<c-timeline-item when="今天" title="谈话">{{ evil }}</c-timeline-item>',
    "toast": "<c-toast>{{ evil }}</c-toast>",
    "when": '<c-when short="{{ evil }}" />',
}


def shown(render: Render, source: str, **context: Any) -> str:
    month = {"title": EVIL, "letters": ["一"], "weeks": [{"number": 1, "label": "x", "days": [None]}]}
    return render(source, evil=EVIL, options=[(1, "高一"), (2, "高二")], none=None, month=month, **context)


def test_every_component_has_an_example() -> None:
    assert sorted(EXAMPLES) == COMPONENTS


@pytest.mark.parametrize("name", COMPONENTS)
def test_component_is_well_nested_and_escapes_its_text_once(name: str, render: Render) -> None:
    html = shown(render, EXAMPLES[name], page=Paginator(range(30), 10).page(2))
    parsed(html)
    assert html.count(SAFE) == 1
    assert EVIL not in html
    assert "&amp;lt;" not in html


@pytest.mark.parametrize("name", COMPONENTS)
def test_component_says_on_its_first_line_what_it_is(name: str) -> None:
    first = (WEB / "templates" / "cotton" / f"{name}.html").read_text(encoding="utf-8").splitlines()[0]
    assert re.fullmatch(r"\{# [A-Z].{20,} #\}", first)


def test_component_does_not_take_words_from_the_page_around_it(render: Render) -> None:
    html = render("<c-card>x</c-card>", title="leak", actions="leak", footer="leak", lead="leak")
    assert "leak" not in html


def test_button_with_href_is_a_link_and_passes_attributes_on(render: Render) -> None:
    page = parsed(render('<c-button href="/x/" kind="primary" data-open="s">保存</c-button>'))
    link = page.first("a", href="/x/")
    assert (link["data-open"], link["class"]) == ("s", "button primary ")


def test_confirm_posts_with_token_and_operation_and_names_the_reach(render: Render) -> None:
    html = render('<c-confirm id="c" title="t" verb="v" action="/x/" :people="250">x</c-confirm>')
    page = parsed(html)
    assert page.first("form", action="/x/")["method"] == "post"
    assert page.first("input", name="csrfmiddlewaretoken")["value"] == "token"
    assert "data-op" in page.first("input", name="op")
    assert "250 people will see this" in html


def test_progress_asks_again_until_done(render: Render) -> None:
    going = parsed(render('<c-progress label="x" :value="1" :total="3" url="/job/" />'))
    assert going.first("div", role="status")["hx-get"] == "/job/"
    assert going.first("progress")["value"] == "1"
    done = render('<c-progress label="x" url="/job/" :done="True">file</c-progress>')
    assert "hx-get" not in done
    assert "file" in done


def test_filter_shows_its_state(render: Render) -> None:
    page = parsed(shown(render, '<c-filter label="年级" name="grade" :options="options" value="2" />{{ evil }}'))
    assert page.first("label")["class"] == "filter is-set"
    assert "selected" in page.first("option", value="2")
    assert "selected" not in page.first("option", value="1")


def test_pager_keeps_the_other_words_of_the_address(render: Render) -> None:
    html = render('<c-pager :page="page" />', page=Paginator(range(30), 10).page(2))
    page = parsed(html)
    assert page.first("a", rel="prev")["href"] == "?grade=1&page=1"
    assert page.first("a", rel="next")["href"] == "?grade=1&page=3"
    assert "11–20 of 30" in html
    assert render('<c-pager :page="page" />', page=Paginator(range(3), 10).page(1)).strip() == ""


@pytest.mark.parametrize(("value", "state"), [(1, "load under"), (2, "load"), (8, "load"), (9, "load over")])
def test_bar_tells_below_within_and_above_its_bounds(value: int, state: str, render: Render) -> None:
    page = parsed(render('<c-bar :value="value" :low="2" :high="8" />', value=value))
    assert page.first("span", class_=state)["class"] == state


def test_tile_can_be_chosen_and_carries_its_full_name(render: Render) -> None:
    page = parsed(render('<c-tile name="林子涵" input="checkbox" field="students" value="7" :checked="True" />'))
    box = page.first("input", type="checkbox")
    assert (box["name"], box["value"], box["data-name"]) == ("students", "7", "林子涵")
    assert "checked" in box


def test_avatar_shows_the_surname_only(render: Render) -> None:
    assert ">林</span>" in render('<c-avatar name="林子涵" />')
    assert ">欧阳</span>" in render('<c-avatar name="欧阳雨桐" surname="欧阳" />')


def test_seat_without_contact_says_no_record_yet(render: Render) -> None:
    assert "no record yet" in render('<c-seat name="林子涵" href="/x/" />')


def test_menu_item_that_does_something_is_a_post_form(render: Render) -> None:
    page = parsed(render('<c-menu-item post="/undo/" name="id" value="3">x</c-menu-item>'))
    assert page.first("form", method="post")["action"] == "/undo/"
    assert page.first("input", name="id")["value"] == "3"


def test_every_icon_named_in_a_template_is_in_the_list() -> None:
    listed = set((WEB / "icons" / "names.txt").read_text(encoding="utf-8").split())
    templates = [*WEB.glob("templates/**/*.html"), *WEB.parent.glob("*/templates/**/*.html")]
    named = {
        name
        for template in templates
        for name in re.findall(r'(?:<c-icon name|\bicon)="([a-z0-9-]+)"', template.read_text(encoding="utf-8"))
    }
    assert len(named) > 10
    assert named - listed == set()
