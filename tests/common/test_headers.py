"""Headers, health, language, errors, logs."""

import io
import json
import logging

from django.conf import settings
from django.test import Client

from taoli.common.logs import JsonLines
from tests.world import PASSWORD, World


def test_content_security_policy_allows_no_inline_script(db: None) -> None:
    policy = Client().get("/sign-in/")["Content-Security-Policy"]
    rules = dict(part.strip().split(" ", 1) for part in policy.split(";") if " " in part.strip())
    assert "unsafe" not in rules["script-src"]
    assert (rules["frame-ancestors"], rules["object-src"], rules["style-src"]) == ("'none'", "'none'", "'self'")
    assert "unsafe" not in rules["default-src"]


def test_safety_headers(db: None) -> None:
    answer = Client().get("/sign-in/")
    expected = {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "X-Frame-Options": "DENY",
    }
    assert {name: answer[name] for name in expected} == expected


def test_passwords_are_hashed_with_light_argon2id(world: World) -> None:
    account = world.accounts["王敏"]
    account.set_password(PASSWORD)
    assert account.password.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert settings.PASSWORD_HASHERS == ["taoli.accounts.hashers.LightArgon2"]


def test_health_answers(db: None) -> None:
    assert Client().get("/healthz").json() == {"database": "ok"}


def test_language_is_chosen_and_kept(db: None) -> None:
    client = Client()
    assert 'lang="zh-hans"' in client.get("/sign-in/").content.decode().lower()
    client.post("/language/", {"language": "en", "next": "/sign-in/"})
    assert 'lang="en"' in client.get("/sign-in/").content.decode()


def test_unknown_address_is_a_plain_page(db: None) -> None:
    answer = Client().get("/nowhere/")
    assert (answer.status_code, b"<h1" in answer.content) == (404, True)


def test_log_lines_hold_allowed_keys_only() -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    log = logging.getLogger("taoli.test")
    log.setLevel(logging.INFO)
    log.addHandler(handler)
    log.info("request", extra={"page": "home:today", "status": 200, "name_of_child": "林子涵", "path": "/x/林子涵"})
    log.removeHandler(handler)
    line = json.loads(stream.getvalue())
    assert "林子涵" not in stream.getvalue()
    assert {key: line[key] for key in ("level", "message", "page", "status")} == {
        "level": "INFO",
        "message": "request",
        "page": "home:today",
        "status": 200,
    }
