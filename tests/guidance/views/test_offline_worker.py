"""The service worker's script."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

PAGE = "/guidance/offline/worker/"


def test_it_may_answer_for_every_page_and_is_asked_for_anew(
    db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = tmp_path / "worker.js"
    built.write_text("built()")
    monkeypatch.setattr(finders, "find", lambda _name: str(built))
    answer = Client().get(PAGE)
    assert (answer["Service-Worker-Allowed"], answer["Cache-Control"]) == ("/", "no-cache")
    assert answer.content.decode().startswith('self.VERSION="')
    assert answer.content.decode().endswith("built()")


def test_before_the_assets_are_built_there_is_none(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finders, "find", lambda _name: None)
    assert Client().get(PAGE).status_code == 404
