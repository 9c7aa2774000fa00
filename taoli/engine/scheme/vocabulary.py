"""The closed vocabulary of schemes.md: a preset chooses among these words and adds numbers and labels."""

from enum import StrEnum


class Actor(StrEnum):
    """Who: every person and body a published scheme gives something to do."""

    MENTOR = "mentor"
    LEAD_MENTOR = "lead_mentor"
    SUBJECT_TEACHER = "subject_teacher"
    PEER = "peer"
    GRADE_LEAD = "grade_lead"
    MORAL_OFFICE = "moral_office"
    TEACHING_OFFICE = "teaching_office"
    YOUTH_LEAGUE = "youth_league"
    STUDENT_OFFICE = "student_office"
    COUNSELLOR = "counsellor"
    DORMITORY_STAFF = "dormitory_staff"
    LEADER = "leader"
    PRINCIPAL = "principal"
    PARTY_SECRETARY = "party_secretary"
    PARTY_BRANCH = "party_branch"
    ASSESSMENT_GROUP = "assessment_group"
    SUPERVISION_GROUP = "supervision_group"
    STUDENT = "student"
    CLASS_OFFICER = "class_officer"
    GUARDIAN = "guardian"
    PARENT_MENTOR = "parent_mentor"
    SOCIAL_MENTOR = "social_mentor"
    ENTERPRISE_MENTOR = "enterprise_mentor"


class Unit(StrEnum):
    """What a mentor is given: single students or a whole unit."""

    STUDENT = "student"
    STUDY_GROUP = "study_group"
    DORMITORY = "dormitory"
    CLASS = "class"
    INTEREST_GROUP = "interest_group"


class CoverageKind(StrEnum):
    ALL_STUDENTS = "all_students"
    LISTED_STUDENTS = "listed_students"


class PairingLife(StrEnum):
    """How long a pairing is meant to last."""

    GRADUATION = "graduation"
    SCHOOL_YEAR = "school_year"
    TERM = "term"
    OPEN = "open"


class TermMoment(StrEnum):
    START = "start"
    MID_TERM = "mid_term"


class EligibilityRule(StrEnum):
    TEACHES_CLASS = "teaches_class"
    ANY = "any"


class EligibilityException(StrEnum):
    CONTEST_COACH = "contest_coach"
    SPECIALITY = "speciality"
    PARALLEL_CLASSES = "parallel_classes"


class ContinuityKind(StrEnum):
    FIXED = "fixed"
    YEARLY = "yearly"
    STOP_ALLOWED = "stop_allowed"
    KEPT_AND_RECONFIRMED_YEARLY = "kept_and_reconfirmed_yearly"
    LONG = "long"


class Subject(StrEnum):
    """To whom a duty is owed."""

    MENTEE = "mentee"
    FAMILY = "family"
    GROUP = "group"
    CLASS = "class"
    GRADE = "grade"
    SCHOOL = "school"
    SELF = "self"


class Per(StrEnum):
    """In which stretch of time a duty is owed."""

    DAY = "day"
    WEEK = "week"
    TWO_WEEKS = "two_weeks"
    MONTH = "month"
    CYCLE = "cycle"
    TERM = "term"
    YEAR = "year"
    ONCE = "once"


class Kind(StrEnum):
    """Kinds of record that can fulfil a duty."""

    TALK = "talk"
    GROUP_TALK = "group_talk"
    GROUP_ACTIVITY = "group_activity"
    GREETING = "greeting"
    FAMILY_CONTACT = "family_contact"
    HOME_VISIT = "home_visit"
    PARENT_MEETING = "parent_meeting"
    CONFERENCE = "conference"
    LECTURE = "lecture"
    PLAN = "plan"
    CASE_ANALYSIS = "case_analysis"
    TERM_EVALUATION = "term_evaluation"
    SUMMARY = "summary"
    STUDENT_REPORT = "student_report"
    REFLECTION = "reflection"
    PERFORMANCE_NOTE = "performance_note"
    ARCHIVE_ENTRY = "archive_entry"
    TRAINING = "training"
    PRACTICE = "practice"


class Channel(StrEnum):
    """By which way a record was held."""

    FACE_TO_FACE = "face_to_face"
    PHONE = "phone"
    VIDEO = "video"
    MESSAGE = "message"
    EMAIL = "email"
    LETTER = "letter"
    WEEKLY_JOURNAL = "weekly_journal"
    DIARY = "diary"
    IN_HOME = "in_home"
    AT_SCHOOL = "at_school"
    THIRD_PLACE = "third_place"
    WORKPLACE = "workplace"
    PAPER = "paper"


class FulfilledBy(StrEnum):
    OWN_MENTOR = "own_mentor"
    ANY_MENTOR = "any_mentor"
    SUBSTITUTE = "substitute"


class VacationCounts(StrEnum):
    """Which term a visit in the holidays counts for."""

    TERM_BEFORE = "term_before"
    TERM_AFTER = "term_after"


class ConferenceKind(StrEnum):
    CLASS_WEEKLY = "class_weekly"
    DAILY_HUDDLE = "daily_huddle"
    GRADE_CONSULTATION = "grade_consultation"
    PRINCIPAL_MEETING = "principal_meeting"
    MONTH_REVIEW = "month_review"
    EDUCATION_GROUP = "education_group"
    EXPERIENCE_EXCHANGE = "experience_exchange"
    PARENT_MEETING = "parent_meeting"
    CLASS_MEETING = "class_meeting"
    HOME_SCHOOL = "home_school"


class TrainingKind(StrEnum):
    """How mentors learn."""

    COURSE = "course"
    SELF_STUDY = "self_study"
    OUTSIDE = "outside"
    COACHING = "coaching"
    EXCHANGE = "exchange"
    RESEARCH = "research"
    CONTEST = "contest"
    GUIDE_BOOK = "guide_book"


class AllocationMode(StrEnum):
    FAIR = "fair"
    MOST_SATISFIED = "most_satisfied"
    RULED = "ruled"
    ASSIGNED = "assigned"


class EndReason(StrEnum):
    """Why a pairing ended (流失 counts only what the scheme names)."""

    DROPPED_OUT = "dropped_out"
    TRANSFERRED_OUT = "transferred_out"
    SUSPENDED = "suspended"
    GRADUATED = "graduated"
    CLASS_CHANGED = "class_changed"
    MENTOR_CHANGED = "mentor_changed"
    MENTOR_LEFT = "mentor_left"
    YEAR_END = "year_end"
    DIED = "died"
    OTHER = "other"


class Scope(StrEnum):
    """Among whom a mentor is ranked."""

    GRADE = "grade"
    SCHOOL = "school"


class Survey(StrEnum):
    """Whose answers a feedback item uses."""

    STUDENTS = "students"
    GUARDIANS = "guardians"
    PEERS = "peers"
    LEADERS = "leaders"
    LEAD_MENTOR = "lead_mentor"
    MORAL_OFFICE = "moral_office"
    SELF = "self"


class HonourKind(StrEnum):
    FIRST_N = "first_n"
    TOP_SHARE = "top_share"
    STARS = "stars"
    TITLE = "title"


class AllowanceKind(StrEnum):
    PER_STUDENT = "per_student"
    PER_GROUP = "per_group"
    FIXED = "fixed"


class ResultUse(StrEnum):
    """Where the result of the appraisal enters."""

    PERFORMANCE_APPRAISAL = "performance_appraisal"
    YEARLY_APPRAISAL = "yearly_appraisal"
    HONOURS = "honours"
    PROMOTION = "promotion"


class BodyKind(StrEnum):
    LEADING_GROUP = "leading_group"
    WORKING_GROUP = "working_group"
    SUPERVISION_GROUP = "supervision_group"
    ASSESSMENT_GROUP = "assessment_group"
    CLASS_TEAM = "class_team"


class TextKind(StrEnum):
    """Where a text of the scheme is shown to mentors."""

    ROLE = "role"
    AIM = "aim"
    PRIVACY = "privacy"
    HOW_TO = "how_to"


class NotModelledReason(StrEnum):
    OPEN_ENDED = "open_ended"
    REPEATED_ELSEWHERE = "repeated_elsewhere"
    OUTSIDE_THE_SCHOOL = "outside_the_school"
    TEXT_MISSING = "text_missing"
    AGAINST_OUR_LINES = "against_our_lines"
    ON_PAPER_ONLY = "on_paper_only"
