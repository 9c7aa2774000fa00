from typing import Any

import pytest
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.template import Context
from django.template.loader import get_template
from django.test import RequestFactory
from django.utils import translation

from tests.web.conftest import Render, parsed

SHELL: dict[str, Any] = {
    "nav": [{"label": "Roster", "url": "/roster/", "icon": "address-book", "active": True}],
    "tabs": [{"label": "Record", "url": "/record/", "icon": "plus", "active": False, "raised": True}],
    "school": "Green Hill",
    "term": "2026 autumn",
    "person": "<王>知远",
    "demo": {"clock": "23 November 10:05", "steps": [{"label": "Today", "url": "/today/", "done": True}]},
}
PAGE = """{% extends "shell.html" %}{% block title %}T{% endblock %}{% block heading %}Heading{% endblock %}
{% block content %}<p id="body">Content</p>{% endblock %}"""


def test_shell_has_one_heading_the_way_through_and_the_person(render: Render) -> None:
    html = render(PAGE, shell=SHELL)
    page = parsed(html)
    assert [tag for tag, _ in page.elements].count("h1") == 1
    assert page.first("a", class_="skip")["href"] == "#main"
    assert page.first("main")["id"] == "main"
    assert page.first("a", href="/roster/")["aria-current"] == "page"
    assert page.first("a", href="/record/")["class"] == "raised"
    assert page.first("body")["data-page"] == "signed-in"
    assert "&lt;王&gt;知远" in html
    assert "<王>" not in html
    assert "23 November 10:05" in html


def test_shell_shows_no_demo_outside_the_demo(render: Render) -> None:
    school_without_demo = {"shell": {**SHELL, "demo": None}}
    html = render(PAGE, **school_without_demo)
    assert 'class="demo"' not in html
    assert "Heading" in html


def test_messages_become_toasts_and_errors_stay(render: Render) -> None:
    messages = [Message(constants.SUCCESS, "saved <1>"), Message(constants.ERROR, "refused")]
    page = parsed(html := render(PAGE, shell=SHELL, messages=messages))
    tones = [attrs["class"] for _, attrs in page.elements if "data-toast" in attrs]
    assert tones == ["toast-line ", "toast-line soon stay"]
    assert "saved &lt;1&gt;" in html


def test_every_script_carries_the_nonce_of_the_answer() -> None:
    request = RequestFactory().get("/")
    request.csp_nonce = "n0nce"  # type: ignore[attr-defined]
    html = get_template("base.html").template.render(Context({"request": request}))  # type: ignore[attr-defined]
    scripts = [attrs for tag, attrs in parsed(html).elements if tag == "script"]
    assert len(scripts) == 2
    assert [script["nonce"] for script in scripts] == ["n0nce", "n0nce"]
    assert all((script["src"] or "").startswith("/static/taoli/") for script in scripts)


@pytest.mark.parametrize("name", ["400", "403", "404", "500", "csrf"])
def test_error_page_needs_nothing_and_says_what_to_do(name: str) -> None:
    with translation.override("en"):
        html = get_template(f"{name}.html").template.render(Context())  # type: ignore[attr-defined]
    page = parsed(html)
    assert page.first("body")["data-page"] == "signed-out"
    assert [tag for tag, _ in page.elements].count("h1") == 1
    assert page.first("a", href="/", class_="button primary ")


def test_print_page_is_one_sheet_with_a_print_button(render: Render) -> None:
    page = parsed(render('{% extends "print.html" %}{% block heading %}H{% endblock %}'))
    assert page.first("main", class_="sheet-of-paper")
    assert "data-print" in page.first("button", type="button")
