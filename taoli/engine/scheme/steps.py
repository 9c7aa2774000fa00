"""The ordered steps from an unmatched school to confirmed pairings. Opening and closing times belong to a
round.
"""

from typing import Annotated, Literal

from pydantic import Field

from taoli.engine.scheme.clauses import Sourced
from taoli.engine.scheme.vocabulary import Actor, AllocationMode, Unit

OFFICE = (Actor.MORAL_OFFICE,)


class StudentList(Sourced):
    """Who is to have a mentor is listed, where not every student is (I-01)."""

    kind: Literal["student_list"] = "student_list"
    by: tuple[Actor, ...] = (Actor.LEAD_MENTOR, Actor.GRADE_LEAD)


class MentorApplication(Sourced):
    """Teachers put themselves forward (H-01, O-02: 个人申请)."""

    kind: Literal["mentor_application"] = "mentor_application"
    by: tuple[Actor, ...] = (Actor.MENTOR,)


class PublishMentors(Sourced):
    kind: Literal["publish_mentors"] = "publish_mentors"
    by: tuple[Actor, ...] = OFFICE


class StudentChoice(Sourced):
    """Students rank up to `ranks` mentors; `reason`: they may say why."""

    kind: Literal["student_choice"] = "student_choice"
    by: tuple[Actor, ...] = (Actor.STUDENT,)
    ranks: int = Field(default=3, ge=1, le=10)
    reason: bool = False


class ClassChoice(Sourced):
    """A class settles its one mentor together with its officers (B-03), not student by student."""

    kind: Literal["class_choice"] = "class_choice"
    by: tuple[Actor, ...] = (Actor.CLASS_OFFICER,)


class MentorChoice(Sourced):
    kind: Literal["mentor_choice"] = "mentor_choice"
    by: tuple[Actor, ...] = (Actor.MENTOR,)


class GroupStudents(Sourced):
    """Groups are formed; `ratio` of layers (3:5:2) and the attributes to balance."""

    kind: Literal["group_students"] = "group_students"
    by: tuple[Actor, ...] = (Actor.LEAD_MENTOR,)
    ratio: tuple[Annotated[int, Field(ge=1)], ...] = ()
    balance: tuple[str, ...] = ()


class ClaimGroups(Sourced):
    kind: Literal["claim_groups"] = "claim_groups"
    by: tuple[Actor, ...] = (Actor.MENTOR,)


class Nominate(Sourced):
    kind: Literal["nominate"] = "nominate"
    by: tuple[Actor, ...] = OFFICE


class Assign(Sourced):
    """Nobody chooses: mentors are given whole units, or students."""

    kind: Literal["assign"] = "assign"
    by: tuple[Actor, ...] = (Actor.GRADE_LEAD,)
    units: tuple[Unit, ...] = Field(default=(Unit.STUDENT,), min_length=1)


class Allocate(Sourced):
    kind: Literal["allocate"] = "allocate"
    by: tuple[Actor, ...] = OFFICE
    mode: AllocationMode = AllocationMode.FAIR


class Adjust(Sourced):
    """Changes by hand; `reason`: each needs one."""

    kind: Literal["adjust"] = "adjust"
    by: tuple[Actor, ...] = (Actor.MORAL_OFFICE, Actor.LEAD_MENTOR)
    reason: bool = True


class HeadcountSheet(Sourced):
    kind: Literal["headcount_sheet"] = "headcount_sheet"
    by: tuple[Actor, ...] = (Actor.MENTOR,)


class Confirm(Sourced):
    kind: Literal["confirm"] = "confirm"
    by: tuple[Actor, ...] = OFFICE


class Agreement(Sourced):
    """Signed between two sides: school and mentor, or mentor and student."""

    kind: Literal["agreement"] = "agreement"
    by: tuple[Actor, ...] = (Actor.MENTOR, Actor.STUDENT)


class AppointmentLetter(Sourced):
    kind: Literal["appointment_letter"] = "appointment_letter"
    by: tuple[Actor, ...] = (Actor.PRINCIPAL,)


class FirstMeeting(Sourced):
    """The introductory talk; `by` names everyone who sits together."""

    kind: Literal["first_meeting"] = "first_meeting"
    by: tuple[Actor, ...] = (Actor.MENTOR, Actor.STUDENT)


Step = Annotated[
    StudentList
    | MentorApplication
    | PublishMentors
    | StudentChoice
    | ClassChoice
    | MentorChoice
    | GroupStudents
    | ClaimGroups
    | Nominate
    | Assign
    | Allocate
    | Adjust
    | HeadcountSheet
    | Confirm
    | Agreement
    | AppointmentLetter
    | FirstMeeting,
    Field(discriminator="kind"),
]
