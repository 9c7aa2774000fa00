"""Accounts and roles in bulk."""

import datetime as dt

from taoli.accounts.models import Account, ActivationCode, Membership, RoleHeld
from taoli.accounts.services import Grant, Person, end_role, issue_codes, open_many, sync_roles
from taoli.common.ids import new_id
from taoli.common.models import AuditEntry
from taoli.common.policy import Role
from tests.world import TODAY, World


def test_many_accounts_are_opened_with_one_audit_row_and_no_password(world: World) -> None:
    before = AuditEntry.objects.of(world.school).count()
    people = [Person("staff", new_id(), f"新人{n}", f"taoli-N{n}") for n in range(3)]
    assert open_many(by=world.office, people=people) == 3
    assert AuditEntry.objects.of(world.school).count() == before + 1
    rows = Membership.objects.filter(account__username__startswith="taoli-N").select_related("account")
    assert {(row.name, row.account.username, row.account.has_usable_password()) for row in rows} == {
        (f"新人{n}", f"taoli-N{n}", False) for n in range(3)
    }


def test_codes_are_one_an_account_and_only_hashes_are_kept(world: World) -> None:
    ids = [world.accounts[name].pk for name in ("王敏", "李慧")]
    first = issue_codes(by=world.office, account_ids=ids)
    second = issue_codes(by=world.office, account_ids=ids)
    assert len({*first.values(), *second.values()}) == 4
    assert ActivationCode.objects.filter(used_at=None).count() == 2
    kept = "".join(ActivationCode.objects.values_list("code_hash", flat=True))
    assert not any(code in kept for code in second.values())
    entry = AuditEntry.objects.of(world.school).order_by("-seq")[0]
    assert entry.action == "account.issue_codes"
    assert not any(code in str(entry.data) for code in second.values())


def test_roles_are_given_and_ended_and_the_rest_left_alone(world: World) -> None:
    lead = world.staff["赵国栋"].pk
    given, ended = sync_roles(by=world.office, roles=[Role.MENTOR], grants=[Grant(lead, Role.MENTOR)], on=TODAY)
    assert (given, ended) == (1, 1)
    assert world.actor("赵国栋").holds(Role.MENTOR, Role.GRADE_LEAD)
    assert world.actor("王敏").roles == ()
    row = RoleHeld.objects.get(account=world.accounts["王敏"])
    assert row.ends == TODAY - dt.timedelta(days=1)
    assert sync_roles(by=world.office, roles=[Role.MENTOR], grants=[Grant(lead, Role.MENTOR)], on=TODAY) == (0, 0)


def test_a_grant_for_somebody_without_an_account_is_passed_over(world: World) -> None:
    before = RoleHeld.objects.count()
    sync_roles(by=world.office, roles=[Role.PRINCIPAL], grants=[Grant(new_id(), Role.PRINCIPAL)], on=TODAY)
    assert RoleHeld.objects.filter(ends=None, role="principal").count() == 0
    assert RoleHeld.objects.count() == before


def test_an_ended_role_is_gone_on_its_day(world: World) -> None:
    held = RoleHeld.objects.get(account=world.accounts["李慧"])
    end_role(by=world.office, held=held, on=TODAY)
    assert world.actor("李慧").roles == ()
    assert Account.objects.filter(pk=world.accounts["李慧"].pk, is_active=True).exists()
