"""Errors people can read."""

import pytest
from django.test import RequestFactory

from taoli.common import errors
from taoli.common.errors import ConflictError, TaoliError


@pytest.mark.parametrize(
    ("view", "status"),
    [(errors.bad_request, 400), (errors.forbidden, 403), (errors.not_found, 404), (errors.server_error, 500)],
)
def test_each_error_has_a_page_with_a_heading(view: object, status: int) -> None:
    answer = view(RequestFactory().get("/"))  # type: ignore[operator]
    assert (answer.status_code, b"<h1" in answer.content) == (status, True)


def test_forged_or_old_form_says_what_to_do() -> None:
    answer = errors.csrf_failure(RequestFactory().post("/"), reason="x")
    assert (answer.status_code, b"<h1" in answer.content) == (403, True)


def test_refusal_is_its_sentence() -> None:
    assert str(TaoliError("这一轮已经公布。")) == "这一轮已经公布。"
    assert isinstance(ConflictError("x"), TaoliError)
