"""The code on the wall: made anew every half minute from the session's secret, as authenticator apps do."""

import datetime as dt
import hashlib
import hmac
import uuid

STEP = 30  # seconds a code is shown
DIGITS = 6


def code_at(secret: bytes, session_id: uuid.UUID, moment: dt.datetime, back: int = 0) -> str:
    """Return the code of a session at a moment, or of so many steps before it: six digits."""
    step = int(moment.timestamp()) // STEP - back
    mac = hmac.new(secret, session_id.bytes + step.to_bytes(8, "big"), hashlib.sha256).digest()
    return str(int.from_bytes(mac[:8], "big") % 10**DIGITS).zfill(DIGITS)


def is_code(secret: bytes, session_id: uuid.UUID, moment: dt.datetime, typed: str) -> bool:
    """Say whether it is the code shown now, or the one before: somebody may type slowly."""
    wanted = [code_at(secret, session_id, moment, back) for back in (0, 1)]
    return any(hmac.compare_digest(one.encode(), typed.encode()) for one in wanted)
