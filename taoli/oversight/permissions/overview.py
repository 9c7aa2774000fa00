"""Who sees what has been released; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

OVERVIEW = policy("oversight.overview", paths={}, view={Role.OFFICER: Reach.SCHOOL})

declare("oversight.WeekRelease", L2="id school week made_at term survey_term used areas schools grades")
declare("oversight.ReleasedFigure", L2="id school release measure level rows")
