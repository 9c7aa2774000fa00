"""The words of the closed vocabulary: who, which unit, how often, which step."""

from django.utils.translation import pgettext_lazy

from taoli.engine.scheme import Scheme
from taoli.engine.scheme.vocabulary import Actor

ROLES = {
    "mentor": pgettext_lazy("who", "mentor"),
    "lead_mentor": pgettext_lazy("who", "homeroom teacher"),
    "subject_teacher": pgettext_lazy("who", "subject teacher"),
    "peer": pgettext_lazy("who", "colleague"),
    "grade_lead": pgettext_lazy("who", "grade lead"),
    "moral_office": pgettext_lazy("who", "moral-education office"),
    "teaching_office": pgettext_lazy("who", "teaching office"),
    "youth_league": pgettext_lazy("who", "youth league"),
    "student_office": pgettext_lazy("who", "student office"),
    "counsellor": pgettext_lazy("who", "counsellor"),
    "dormitory_staff": pgettext_lazy("who", "dormitory staff"),
    "leader": pgettext_lazy("who", "school leader"),
    "principal": pgettext_lazy("who", "principal"),
    "party_secretary": pgettext_lazy("who", "Party secretary"),
    "party_branch": pgettext_lazy("who", "Party branch"),
    "assessment_group": pgettext_lazy("who", "assessment group"),
    "supervision_group": pgettext_lazy("who", "supervision group"),
    "student": pgettext_lazy("who", "student"),
    "class_officer": pgettext_lazy("who", "class officer"),
    "guardian": pgettext_lazy("who", "guardian"),
    "parent_mentor": pgettext_lazy("who", "parent mentor"),
    "social_mentor": pgettext_lazy("who", "social mentor"),
    "enterprise_mentor": pgettext_lazy("who", "enterprise mentor"),
}
UNITS = {
    "student": pgettext_lazy("unit", "students"),
    "study_group": pgettext_lazy("unit", "study groups"),
    "dormitory": pgettext_lazy("unit", "dormitory rooms"),
    "class": pgettext_lazy("unit", "classes"),
    "interest_group": pgettext_lazy("unit", "interest groups"),
}
UNIT_NAMES = {
    "student": pgettext_lazy("unit name", "single students"),
    "study_group": pgettext_lazy("unit name", "study groups"),
    "dormitory": pgettext_lazy("unit name", "dormitory rooms"),
    "class": pgettext_lazy("unit name", "whole classes"),
    "interest_group": pgettext_lazy("unit name", "interest groups"),
}
PERS = {
    "day": pgettext_lazy("per", "every day"),
    "week": pgettext_lazy("per", "every week"),
    "two_weeks": pgettext_lazy("per", "every two weeks"),
    "month": pgettext_lazy("per", "every month"),
    "cycle": pgettext_lazy("per", "every cycle"),
    "term": pgettext_lazy("per", "every term"),
    "year": pgettext_lazy("per", "every school year"),
    "once": pgettext_lazy("per", "once"),
}
STEPS = {
    "student_list": pgettext_lazy("step", "Students to be mentored are listed"),
    "mentor_application": pgettext_lazy("step", "Teachers apply to be mentors"),
    "nominate": pgettext_lazy("step", "Offices nominate mentors"),
    "publish_mentors": pgettext_lazy("step", "Mentors are published"),
    "group_students": pgettext_lazy("step", "Students are grouped"),
    "student_choice": pgettext_lazy("step", "Students choose"),
    "class_choice": pgettext_lazy("step", "Classes choose with their officers"),
    "mentor_choice": pgettext_lazy("step", "Mentors choose"),
    "claim_groups": pgettext_lazy("step", "Mentors claim groups"),
    "assign": pgettext_lazy("step", "Students are assigned"),
    "allocate": pgettext_lazy("step", "Wishes are matched"),
    "adjust": pgettext_lazy("step", "Adjustment by hand, with a reason"),
    "headcount_sheet": pgettext_lazy("step", "Headcount sheet"),
    "confirm": pgettext_lazy("step", "Confirmed and published"),
    "agreement": pgettext_lazy("step", "Agreement is signed"),
    "appointment_letter": pgettext_lazy("step", "Letters of appointment"),
    "first_meeting": pgettext_lazy("step", "First meeting"),
}
SUBJECTS = {
    "mentee": pgettext_lazy("subject", "with each student"),
    "family": pgettext_lazy("subject", "with each family"),
    "group": pgettext_lazy("subject", "with each group"),
    "class": pgettext_lazy("subject", "with each class"),
    "grade": pgettext_lazy("subject", "with the grade"),
    "school": pgettext_lazy("subject", "with the school"),
    "self": pgettext_lazy("subject", "for oneself"),
}
KINDS = {
    "talk": pgettext_lazy("kind", "talk"),
    "group_talk": pgettext_lazy("kind", "group talk"),
    "group_activity": pgettext_lazy("kind", "group activity"),
    "greeting": pgettext_lazy("kind", "greeting"),
    "family_contact": pgettext_lazy("kind", "family contact"),
    "home_visit": pgettext_lazy("kind", "home visit"),
    "parent_meeting": pgettext_lazy("kind", "parents' meeting"),
    "conference": pgettext_lazy("kind", "conference"),
    "lecture": pgettext_lazy("kind", "lecture"),
    "plan": pgettext_lazy("kind", "plan"),
    "case_analysis": pgettext_lazy("kind", "case analysis"),
    "term_evaluation": pgettext_lazy("kind", "term evaluation"),
    "summary": pgettext_lazy("kind", "summary"),
    "student_report": pgettext_lazy("kind", "student's report"),
    "reflection": pgettext_lazy("kind", "reflection"),
    "performance_note": pgettext_lazy("kind", "note on performance"),
    "archive_entry": pgettext_lazy("kind", "archive entry"),
    "training": pgettext_lazy("kind", "training"),
    "practice": pgettext_lazy("kind", "practice"),
}
CHANNELS = {
    "face_to_face": pgettext_lazy("channel", "face to face"),
    "phone": pgettext_lazy("channel", "phone"),
    "video": pgettext_lazy("channel", "video"),
    "message": pgettext_lazy("channel", "message"),
    "email": pgettext_lazy("channel", "e-mail"),
    "letter": pgettext_lazy("channel", "letter"),
    "weekly_journal": pgettext_lazy("channel", "weekly journal"),
    "diary": pgettext_lazy("channel", "diary"),
    "in_home": pgettext_lazy("channel", "in the home"),
    "at_school": pgettext_lazy("channel", "at school"),
    "third_place": pgettext_lazy("channel", "at a third place"),
    "workplace": pgettext_lazy("channel", "at the workplace"),
    "paper": pgettext_lazy("channel", "on paper"),
}
METHODS = {
    "done_once": pgettext_lazy("method", "full points once it is done"),
    "duty_coverage": pgettext_lazy("method", "by the share of what is asked that was done"),
    "per_count": pgettext_lazy("method", "by the number of records"),
    "deduct_each": pgettext_lazy("method", "deducted for each case"),
    "thirds": pgettext_lazy("method", "by thirds of the ranking"),
    "survey_mean": pgettext_lazy("method", "by the mean of the answers"),
    "rank_scaled": pgettext_lazy("method", "by place in the ranking"),
    "assessor": pgettext_lazy("method", "an assessor decides"),
    "sources_weighted": pgettext_lazy("method", "several surveys by weight"),
}
SECTIONS = {
    "bodies": pgettext_lazy("section", "Organisation"),
    "guidances": pgettext_lazy("section", "What guidance is about"),
    "coverage": pgettext_lazy("section", "Whom it is for"),
    "capacity": pgettext_lazy("section", "How many students"),
    "steps": pgettext_lazy("section", "Becoming mentor and mentee"),
    "duties": pgettext_lazy("section", "What is asked"),
    "conferences": pgettext_lazy("section", "Conferences"),
    "training": pgettext_lazy("section", "Training"),
    "appraisal": pgettext_lazy("section", "Appraisal"),
    "archive": pgettext_lazy("section", "Growth archive"),
    "forms": pgettext_lazy("section", "Forms"),
    "texts": pgettext_lazy("section", "Good to know"),
    "rest": pgettext_lazy("section", "The rest of the text"),
}
WEEKDAYS = {
    1: pgettext_lazy("weekday", "Monday"),
    2: pgettext_lazy("weekday", "Tuesday"),
    3: pgettext_lazy("weekday", "Wednesday"),
    4: pgettext_lazy("weekday", "Thursday"),
    5: pgettext_lazy("weekday", "Friday"),
    6: pgettext_lazy("weekday", "Saturday"),
    7: pgettext_lazy("weekday", "Sunday"),
}


def role_word(scheme: Scheme, role: str) -> str:
    """Return what the scheme (or else the language) calls somebody."""
    return scheme.labels.get(Actor(role)) or str(ROLES[role])
