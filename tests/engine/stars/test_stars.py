import base64
import datetime as dt
import json
import random

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from taoli.engine.stars import (
    Badge,
    Criterion,
    Evidence,
    Judged,
    Kind,
    assign,
    chosen,
    credential,
    judge,
    met,
    read_jwt,
    value_of,
    vc_jwt,
)

KEY = bytes(range(32))
PUBLIC = Ed25519PrivateKey.from_private_bytes(KEY).public_key().public_bytes_raw()
BADGE = Badge(
    address="https://stars.example/verify/?code=1-AAAA",
    issuer_address="https://stars.example/issuer/1/",
    issuer="春和区教育局",
    achievement_address="urn:uuid:00000000-0000-0000-0000-000000000001",
    subject_address="urn:uuid:00000000-0000-0000-0000-000000000002",
    level="三星导师",
    round="2026年星级导师认定",
    criteria="导师年限 3；能带动同伴",
    name="王敏",
    since=dt.datetime(2026, 11, 23, tzinfo=dt.UTC),
    until=dt.datetime(2029, 11, 22, tzinfo=dt.UTC),
)


def judged(total: float, *, meets: bool = True) -> Judged:
    return Judged({}, total, 0, meets)


def test_a_criterion_is_met_by_its_number_and_a_free_one_by_people() -> None:
    shown = Evidence(years=3, hours=7.5, open_objections=1)
    assert met(Criterion("a", "导师年限 3", Kind.YEARS, 3), shown) is True
    assert met(Criterion("b", "培训课时 8", Kind.HOURS, 8), shown) is False
    assert met(Criterion("c", "无未结异议", Kind.NO_OBJECTION), shown) is False
    assert met(Criterion("c", "无未结异议", Kind.NO_OBJECTION), Evidence()) is True
    assert met(Criterion("d", "能带动同伴", Kind.FREE), shown) is None
    assert value_of(Criterion("b", "", Kind.HOURS), shown) == 7.5


def test_no_draw_ever_gives_an_application_to_somebody_shut_out_and_the_work_is_even() -> None:
    for seed in range(300):
        chance = random.Random(seed)  # noqa: S311 rounds of a test
        schools = [f"s{n}" for n in range(6)]
        entries = {f"e{n}": chance.choice(schools) for n in range(chance.randint(1, 20))}
        reviewers = {f"r{n}": frozenset({chance.choice(schools)}) for n in range(chance.randint(2, 6))}
        found = assign(entries, reviewers, 2, str(seed))
        assert found == assign(dict(reversed(entries.items())), reviewers, 2, str(seed))
        assert found.keys() == entries.keys()
        for entry, people in found.items():
            assert len(set(people)) == len(people)
            assert not [who for who in people if entries[entry] in reviewers[who]]
            able = [who for who, shut in reviewers.items() if entries[entry] not in shut]
            assert len(people) == min(2, len(able))


def test_another_seed_gives_another_draw() -> None:
    entries = {f"e{n}": "s" for n in range(10)}
    reviewers = dict.fromkeys(("a", "b", "c", "d"), frozenset[str]())
    assert assign(entries, reviewers, 2, "1") != assign(entries, reviewers, 2, "2")


def test_reviewers_are_put_together_by_criterion_with_how_far_they_are_apart() -> None:
    both = judge([{"a": 8, "b": 6}, {"a": 6, "b": 2}], ("a", "b"))
    assert (both.means, both.total, both.spread, both.meets) == ({"a": 7.0, "b": 4.0}, 5.5, 3.0, False)
    assert judge([{"a": 6}], ("a",)) == Judged({"a": 6.0}, 6.0, 0.0, True)


def test_scores_decide_only_where_the_quota_is_smaller_and_ties_at_the_edge_are_all_in() -> None:
    people = {"a": judged(9), "b": judged(7), "c": judged(7), "d": judged(6.5), "e": judged(10, meets=False)}
    assert chosen(people, None) == {"a", "b", "c", "d"}
    assert chosen(people, 4) == {"a", "b", "c", "d"}
    assert chosen(people, 2) == {"a", "b", "c"}
    assert chosen(people, 1) == {"a"}
    assert chosen(people, 0) == frozenset()


def test_the_badge_has_every_member_that_open_badges_3_requires() -> None:
    said = credential(BADGE)
    assert said["@context"][0] == "https://www.w3.org/ns/credentials/v2"
    assert said["@context"][1].startswith("https://purl.imsglobal.org/spec/ob/v3p0/context-3")
    assert {"@context", "id", "type", "issuer", "validFrom", "credentialSubject"} <= said.keys()
    assert set(said["type"]) == {"VerifiableCredential", "OpenBadgeCredential"}
    assert said["name"]
    assert {"id", "type"} <= said["issuer"].keys()
    assert "Profile" in said["issuer"]["type"]
    subject = said["credentialSubject"]
    assert {"id", "type", "achievement"} <= subject.keys()
    assert "AchievementSubject" in subject["type"]
    assert {"type", "hashed", "identityHash", "identityType"} <= subject["identifier"][0].keys()
    achievement = subject["achievement"]
    assert {"id", "type", "name", "description", "criteria"} <= achievement.keys()
    assert "Achievement" in achievement["type"]
    assert achievement["achievementType"] == "Award"
    assert subject["identifier"][0]["identityType"] == "name"
    for address in (said["id"], said["issuer"]["id"], subject["id"], achievement["id"]):
        assert address.startswith(("https://", "urn:uuid:"))
    assert achievement["criteria"]["narrative"]
    for name in ("validFrom", "validUntil"):
        assert dt.datetime.fromisoformat(said[name]).tzinfo is not None


def test_the_token_is_read_with_the_issuers_key_only_and_not_after_a_change() -> None:
    token = vc_jwt(KEY, credential(BADGE))
    head, body, _signed = token.split(".")
    header = json.loads(base64.urlsafe_b64decode(head + "=="))
    assert (header["alg"], header["typ"], header["jwk"]["crv"]) == ("EdDSA", "JWT", "Ed25519")
    found = read_jwt(token, PUBLIC)
    assert found is not None
    assert found | credential(BADGE) == found
    assert found.keys() - credential(BADGE).keys() == {"iss", "jti", "sub", "nbf", "exp"}
    assert header.keys() <= {"alg", "kid", "jwk", "typ"}
    assert header["jwk"] == {"kty": "OKP", "crv": "Ed25519", "x": base64.urlsafe_b64encode(PUBLIC).decode().rstrip("=")}
    other = Ed25519PrivateKey.from_private_bytes(bytes(32)).public_key().public_bytes_raw()
    assert read_jwt(token, other) is None
    assert read_jwt(token.replace(body[:9], body[:8] + "x", 1), PUBLIC) is None
    assert read_jwt("a.b", PUBLIC) is None
    assert read_jwt("%.%.%", PUBLIC) is None


def test_every_claim_of_the_token_repeats_its_member_of_the_credential() -> None:
    found = read_jwt(vc_jwt(KEY, credential(BADGE)), PUBLIC)
    assert found is not None
    assert (found["iss"], found["jti"], found["sub"]) == (
        found["issuer"]["id"],
        found["id"],
        found["credentialSubject"]["id"],
    )
    for claim, member in (("nbf", "validFrom"), ("exp", "validUntil")):
        assert found[claim] == dt.datetime.fromisoformat(found[member]).timestamp()
    assert "vc" not in found
    assert "proof" not in found
