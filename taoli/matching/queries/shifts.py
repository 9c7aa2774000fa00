"""What becomes of one student."""

import uuid
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shift:
    """What becomes of a student: the pairing that was looked at (None: there was none), the mentor afterwards (None:
    nobody). `keep`: the pairing goes on, in the student's new class.
    """

    student_id: uuid.UUID
    was: uuid.UUID | None
    mentor_id: uuid.UUID | None = None
    keep: bool = False
