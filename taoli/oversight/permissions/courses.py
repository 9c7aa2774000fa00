"""Who plans courses, who signs up and whom; data levels.

`oversight.course` is the bureau's; `oversight.booking` the school's: everybody of the staff the own, the office all.
"""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.evaluation.permissions.notices import STAFF_ROLES

COURSE = policy(
    "oversight.course",
    paths={},
    view={Role.OFFICER: Reach.SCHOOL},
    edit={Role.OFFICER: Reach.SCHOOL},
)
BOOKING = policy(
    "oversight.booking",
    paths={Reach.OWN: "staff_id"},
    own=dict.fromkeys(STAFF_ROLES, Reach.OWN),
    edit={Role.MORAL_OFFICE: Reach.SCHOOL},
)

declare("oversight.Course", L1="id school part title hours aim for_new closed_on edit")
declare(
    "oversight.CourseSession",
    L1="id school course day starts ends hours kind place speaker seats sign_up_until state word edit",
    L4="secret",
)
declare(
    "oversight.CoursePlace",
    L2="id school session member number name sort_key state booked_at present_at via handed_at",
)
declare("oversight.CourseCertificate", L2="id school course member number name hours issued_on code")
declare(
    "oversight.CourseBooking",
    L2="id school staff bureau ref course_ref title part day starts ends hours place state code issued_on",
)
