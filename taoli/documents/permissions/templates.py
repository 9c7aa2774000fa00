"""Who puts a school's own template in the place of a form's; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

TEMPLATE = policy("documents.template", paths={}, edit={Role.MORAL_OFFICE: Reach.SCHOOL})

declare("documents.FormTemplate", L2="id school form version state name size sha256 data note by by_name at")
