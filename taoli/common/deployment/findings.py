"""From facts to findings: each says how it stands in one word and what to do in one sentence."""

import datetime as dt
import enum
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from taoli.common.deployment.facts import Facts

GIB = 1024**3
LITTLE_ROOM = 5 * GIB
NO_ROOM = GIB
FRESH = dt.timedelta(hours=36)
ENDING = dt.timedelta(days=45)
DRILLED = dt.timedelta(days=35)
BEGINNING = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)  # no clock that goes right shows an earlier day
OWN = {"127.0.0.1", "localhost", "[::1]"}


class State(enum.StrEnum):
    """How a finding stands; the value is the look of its word."""

    GOOD = "done"
    ADVICE = "soon"
    ACT = "safety"
    NEUTRAL = "none"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    code: str
    title: str
    state: State
    sentence: str

    @property
    def word(self) -> str:
        """Return the state in a word."""
        return {
            State.GOOD: _("in order"),
            State.ADVICE: _("advice"),
            State.ACT: _("needs a hand"),
            State.NEUTRAL: _("not needed"),
        }[self.state]


Answer = tuple[State, str]


def https(facts: Facts) -> Answer:
    """Encrypted on the way?"""
    if facts.https:
        return State.GOOD, _("Pages travel encrypted.")
    if facts.demo:
        return State.NEUTRAL, _("The demo runs on this machine only.")
    return State.ACT, _("Passwords travel in the open. Make a certificate (make_certificate) and set TAOLI_HTTPS=yes.")


def certificate(facts: Facts) -> Answer:
    """How long is our own certificate valid?"""
    until = facts.certificate_until
    if until is None:
        return State.NEUTRAL, _("No certificate was made here; one from elsewhere, or none, is in use.")
    values = {"day": _at(until)[:10]}
    if until < facts.now:
        return State.ACT, _("The school's certificate ended on %(day)s. Run make_certificate again.") % values
    if until < facts.now + ENDING:
        return State.ADVICE, _(
            "The school's certificate ends on %(day)s. Run make_certificate again before then."
        ) % values
    return State.GOOD, _("The school's certificate is valid until %(day)s.") % values


def debug(facts: Facts) -> Answer:
    """Are errors shown to strangers?"""
    if facts.debug:
        return State.ACT, _("Errors show the inside of the program. Set TAOLI_DEBUG=no.")
    return State.GOOD, _("Errors show nothing of the inside.")


def demo(facts: Facts) -> Answer:
    """Open doors?"""
    if facts.demo:
        return State.NEUTRAL, _("This is the demo with invented people; for a real school set TAOLI_DEMO=no.")
    return State.GOOD, _("There are no demo doors.")


def hosts(facts: Facts) -> Answer:
    """Which names are answered?"""
    if "*" in facts.hosts:
        return State.ACT, _("Any name is answered. Write the real names into TAOLI_HOSTS.")
    names = sorted(set(facts.hosts) - OWN)
    if not names:
        return State.ADVICE, _("Only this machine itself can open it. Write its name or address into TAOLI_HOSTS.")
    return State.GOOD, _("It answers to %(names)s.") % {"names": "、".join(names)}


def secret(facts: Facts) -> Answer:
    """Where does the session key come from?"""
    if facts.secret_given:
        return State.GOOD, _("The key comes from the environment.")
    return State.GOOD, _("The key was made on this machine; only the account of the service can read it.")


def keys(facts: Facts) -> Answer:
    """Is the backup key apart from the data?"""
    if facts.keys_apart:
        return State.GOOD, _("The backup key lies apart from the data. Keep a copy of it elsewhere, too.")
    return State.ACT, _("The backup key lies among the data. Point TAOLI_KEYS at another folder and move it there.")


def database(facts: Facts) -> Answer:
    """Can the database lose what was acknowledged?"""
    version = ".".join(map(str, facts.version))
    if facts.synchronous in {"off", "normal"}:
        return State.ACT, _("A power cut may lose what was just saved. Switch synchronous writing on.")
    if facts.vendor != "sqlite":
        return State.GOOD, _("PostgreSQL %(version)s.") % {"version": version}
    if facts.wal_safe:
        return State.GOOD, _("SQLite %(version)s, journal %(journal)s.") % {
            "version": version,
            "journal": facts.journal,
        }
    if facts.journal == "wal":
        words = _(
            "SQLite %(version)s has a fault with its present journal. Restart the service, it then uses a safe one."
        )
        return State.ACT, words % {"version": version}
    words = _(
        "SQLite %(version)s is old, so the slower, safe journal is used. Installing the wheel pysqlite3 makes it fast."
    )
    return State.ADVICE, words % {"version": version}


def schema(facts: Facts) -> Answer:
    """Do program and database fit?"""
    if facts.current:
        return State.GOOD, _("Program and database fit together.")
    return State.ACT, _("The database is older than the program. Run upgrade.")


def room(facts: Facts) -> Answer:
    """Is there room on the disk?"""
    values = {"size": f"{facts.database_bytes / GIB:.2f}", "free": f"{facts.free_bytes / GIB:.1f}"}
    told = _("The database has %(size)s GB, the disk has %(free)s GB left.") % values
    if facts.free_bytes < NO_ROOM:
        return State.ACT, told + _("Make room now, before saving fails.")
    if facts.free_bytes < LITTLE_ROOM:
        return State.ADVICE, told + _("Make room in the next days.")
    return State.GOOD, told


def backup(facts: Facts) -> Answer:
    """When was the last backup?"""
    last = facts.backup
    if last is None:
        return State.ACT, _("There is no backup yet. Run backup, and switch its timer on.")
    if not last.good:
        return State.ACT, _("The last backup (%(at)s) failed. Run backup by hand and read what it says.") % {
            "at": _at(last.at)
        }
    if not facts.backup_there:
        return State.ACT, _("The last backup is no longer where it was written. Run backup again.")
    if facts.now - last.at > FRESH:
        return State.ACT, _("The last backup is of %(at)s. See whether the backup timer is on.") % {"at": _at(last.at)}
    return State.GOOD, _("The last backup is of %(at)s and was read back.") % {"at": _at(last.at)}


def elsewhere(facts: Facts) -> Answer:
    """Does a broken disk take the backups with it?"""
    if not facts.backup_there:
        return State.NEUTRAL, _("There are no backups here yet.")
    if facts.backup_same_disk:
        return State.ADVICE, _("Backups lie on the disk of the data. Copy them to another machine or a USB disk.")
    return State.GOOD, _("Backups lie on another disk than the data.")


def drill(facts: Facts) -> Answer:
    """Can the backup be restored?"""
    last = facts.drill
    if last is None:
        return State.ADVICE, _("No backup has been tried yet. Run restore_drill, and switch its timer on.")
    if not last.good:
        return State.ACT, _("The last drill (%(at)s) failed. Run restore_drill and read what it says.") % {
            "at": _at(last.at)
        }
    if facts.now - last.at > DRILLED:
        return State.ADVICE, _("The last drill is of %(at)s. Run restore_drill again.") % {"at": _at(last.at)}
    return State.GOOD, _("The drill of %(at)s passed: the backup can be restored.") % {"at": _at(last.at)}


def clock(facts: Facts) -> Answer:
    """Does the clock go right?"""
    seen = [one.at for one in (facts.backup, facts.drill) if one]
    if facts.now < max([BEGINNING, *seen]) - dt.timedelta(minutes=5):
        return State.ACT, _("The clock of this machine is slow (%(now)s). Switch network time on.") % {
            "now": _at(facts.now)
        }
    if facts.zone != "Asia/Shanghai":
        return State.ADVICE, _("The time zone is %(zone)s, not Asia/Shanghai. Is that meant?") % {"zone": facts.zone}
    return State.GOOD, _("It is %(now)s here (%(zone)s).") % {"now": _at(facts.now), "zone": facts.zone}


def worker(facts: Facts) -> Answer:
    """Does somebody do the long work?"""
    if facts.at_once:
        return State.NEUTRAL, _("Long work is done at once, no worker is needed.")
    if facts.waiting:
        values = {"n": facts.waiting, "at": _at(facts.waiting_since or facts.now)}
        return State.ACT, _("%(n)s jobs have been waiting since %(at)s. Start the worker (taoli-worker).") % values
    if facts.last_finished is None:
        return State.NEUTRAL, _("No long work has been asked for yet; so nothing waits.")
    return State.GOOD, _("Nothing waits; the last job was done at %(at)s.") % {"at": _at(facts.last_finished)}


def mail(_facts: Facts) -> Answer:
    """Does mail have to be set up?"""
    return State.NEUTRAL, _("Taoli sends no mail, so no mail server has to be set up.")


def _at(moment: dt.datetime) -> str:
    local = timezone.localtime(moment)
    return f"{date_format(local, 'Y-m-d')} {local:%H:%M}"


def looked_at() -> Iterator[tuple[str, str, Callable[[Facts], Answer]]]:
    """Yield code, title and judge of everything that is looked at, the most urgent kind first."""
    yield "https", _("Encryption on the way (HTTPS)"), https
    yield "certificate", _("Certificate"), certificate
    yield "backup", _("Last backup"), backup
    yield "elsewhere", _("Place of the backups"), elsewhere
    yield "drill", _("Restore drill"), drill
    yield "keys", _("Backup key"), keys
    yield "room", _("Room on the disk"), room
    yield "database", _("Database"), database
    yield "schema", _("Program and database"), schema
    yield "worker", _("Worker"), worker
    yield "hosts", _("Names of this server"), hosts
    yield "secret", _("Key of the sessions"), secret
    yield "debug", _("Error pages"), debug
    yield "clock", _("Clock"), clock
    yield "demo", _("Demo"), demo
    yield "mail", _("Mail"), mail


def findings(facts: Facts) -> list[Finding]:
    """Return all findings, what needs a hand first."""
    found: list[Any] = [Finding(code, title, *judge(facts)) for code, title, judge in looked_at()]
    order = [State.ACT, State.ADVICE, State.GOOD, State.NEUTRAL]
    return sorted(found, key=lambda one: order.index(one.state))
