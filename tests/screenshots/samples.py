"""One line a page: who opens it in the demo and, for each part of its address, the SQL that finds a value.

`"guidance:record_edit": Sample("mentor", pk="SELECT id FROM guidance_guidancerecord LIMIT 1")`. The role is that of
a demo door ("mentor", "small-student", …), None for a page that needs no sign-in. `query` is put behind the address.
"""

from tests.screenshots import (
    samples_appraisal,
    samples_archive,
    samples_ask,
    samples_base,
    samples_cases,
    samples_conferences,
    samples_counsellor,
    samples_draw,
    samples_exams,
    samples_honours,
    samples_neighbourhood,
    samples_overview,
    samples_package,
    samples_printing,
    samples_results,
    samples_stars,
    samples_summary,
    samples_templates,
    samples_training,
    samples_years,
)
from tests.screenshots.sampling import Sample

OWN_RECORD = (
    "SELECT id FROM guidance_guidancerecord WHERE state = 'submitted' AND by_id = (SELECT person_id FROM "
    "accounts_membership JOIN accounts_account ON accounts_account.id = account_id WHERE username = 'demo-mentor') LIMIT 1"
)
OWN_STUDENT = (
    "SELECT id FROM roster_student WHERE mentor_id = (SELECT person_id FROM accounts_membership JOIN accounts_account "
    "ON accounts_account.id = account_id WHERE username = 'demo-mentor') LIMIT 1"
)
WISHED_VISIT = "SELECT id FROM guidance_appointment WHERE state = 'countered' LIMIT 1"

DEMO_STUDENT = (
    "SELECT person_id FROM accounts_membership JOIN accounts_account ON accounts_account.id = account_id "
    "WHERE username = 'demo-student'"
)
OWN_PAPER = DEMO_STUDENT.join(("SELECT id FROM guidance_studentpaper WHERE student_id = (", ") LIMIT 1"))
OWN_GROUP = DEMO_STUDENT.join(("SELECT group_id FROM guidance_groupsuggestion WHERE student_id = (", ") LIMIT 1"))
GOAL_ROOM = DEMO_STUDENT.join(("SELECT school_class_id FROM roster_student WHERE id = (", ")"))

# The small school's round is open; `prepare.py` brings it a workbook of wishes, a draft run and a draft scheme.
OPEN_ROUND = "SELECT id FROM matching_choiceround WHERE name LIKE '%双向选择%' LIMIT 1"
OWN_OFFER = (
    "SELECT id FROM matching_mentoroffer WHERE staff_id = (SELECT person_id FROM accounts_membership JOIN "
    "accounts_account ON accounts_account.id = account_id WHERE username = 'demo-small-mentor') "
    "AND round_id = (SELECT id FROM matching_choiceround WHERE name LIKE '%双向选择%')"
)
# A second round of the small school, in which mentors answer: `prepare.py` makes it.
TURN_OFFER = (
    "SELECT id FROM matching_mentoroffer WHERE round_id = "
    "(SELECT id FROM matching_choiceround WHERE name LIKE '导师选学生%')"
)
TURN_WISHER = (
    "SELECT student_id FROM matching_wish WHERE round_id = "
    "(SELECT id FROM matching_choiceround WHERE name LIKE '导师选学生%')"
)
SMALL_ROOM = (
    "SELECT id FROM roster_schoolclass WHERE school_id = "
    "(SELECT school_id FROM matching_choiceround WHERE name LIKE '%双向选择%' LIMIT 1) LIMIT 1"
)
DRAFT_RUN = "SELECT id FROM matching_matchrun WHERE state = 'draft' LIMIT 1"
DRAFT_SEAT = (
    "SELECT student_id FROM matching_seat WHERE run_id = (SELECT id FROM matching_matchrun WHERE state = 'draft')"
)
DONE_ROUND = "SELECT id FROM matching_choiceround WHERE state = 'published' LIMIT 1"
OPEN_ROOM = (
    "SELECT roster_schoolclass.id FROM roster_schoolclass JOIN matching_choiceround "
    "ON matching_choiceround.school_id = roster_schoolclass.school_id "
    "WHERE matching_choiceround.name LIKE '%双向选择%' LIMIT 1"
)
DRAFT_GROUPS = "SELECT id FROM matching_grouping WHERE state = 'draft' LIMIT 1"
DRAFT_MENTOR = DRAFT_SEAT.replace("student_id", "mentor_id")
DRAFT_SCHEME = "SELECT id FROM schemes_schemeversion WHERE state = 'draft' LIMIT 1"
# The great school's pairings are published; its scheme ends with an agreement and a first meeting.
PUBLISHED_ROUND = "SELECT id FROM matching_choiceround WHERE state = 'published' LIMIT 1"
YEAR_CHANGE = "SELECT id FROM matching_yearchange WHERE kind = 'stopped' LIMIT 1"
SMALL = "small-moral_office"

SAMPLES: dict[str, Sample] = {
    **samples_appraisal.SAMPLES,
    **samples_archive.SAMPLES,
    **samples_ask.SAMPLES,
    **samples_counsellor.SAMPLES,
    **samples_templates.SAMPLES,
    **samples_years.SAMPLES,
    # accounts
    "accounts:sign_in": Sample(None),
    "accounts:activate": Sample(None),
    # roster
    "roster:student_list": Sample("moral_office"),
    "roster:student_show": Sample("moral_office", pk="SELECT id FROM roster_student LIMIT 1"),
    "roster:staff_list": Sample("moral_office"),
    "roster:staff_edit": Sample("moral_office", pk="SELECT id FROM roster_staff LIMIT 1"),
    "roster:class_list": Sample("moral_office"),
    "roster:class_edit": Sample("moral_office", pk="SELECT id FROM roster_schoolclass LIMIT 1"),
    "roster:homeroom_handover": Sample("moral_office", pk="SELECT id FROM roster_schoolclass LIMIT 1"),
    "roster:term_edit": Sample("moral_office"),
    "roster:calendar_import": Sample("moral_office"),
    "roster:timetable_import": Sample("moral_office"),
    "roster:import_new": Sample("moral_office"),
    "roster:import_show": Sample(
        "moral_office", pk="SELECT id FROM roster_rosterimport WHERE state != 'asking' LIMIT 1"
    ),
    "roster:import_ask": Sample(SMALL, pk="SELECT id FROM roster_rosterimport WHERE state = 'asking' LIMIT 1"),
    "roster:settings_edit": Sample("moral_office"),
    "roster:account_slips": Sample("moral_office"),
    # notifications
    "notifications:inbox": Sample("mentor"),
    "notifications:quiet_edit": Sample("mentor"),
    "notifications:channel_list": Sample("moral_office"),
    "notifications:channel_edit": Sample("moral_office", code="SELECT 'wecom'"),
    "notifications:address_list": Sample("moral_office", kind="SELECT 'mail'"),
    "notifications:delivery_list": Sample("moral_office"),
    # schemes
    "schemes:calendar_show": Sample("moral_office", query="?day=2026-10-10"),
    "schemes:preset_list": Sample("moral_office"),
    "schemes:load_show": Sample("moral_office"),
    "schemes:preset_show": Sample("moral_office", key="SELECT 'taigu-no2-2012'"),
    "schemes:preset_compare": Sample("moral_office"),
    "schemes:scheme_import": Sample("moral_office"),
    "schemes:section_edit": Sample(SMALL, pk=DRAFT_SCHEME, section="SELECT 'duties'"),
    "schemes:entry_edit": Sample(SMALL, pk=DRAFT_SCHEME, section="SELECT 'duties'", name="SELECT 'individual'"),
    "schemes:scheme_review": Sample(SMALL, pk=DRAFT_SCHEME),
    "schemes:scheme_show": Sample("moral_office"),
    "schemes:scheme_list": Sample("moral_office"),
    "schemes:scheme_adopt": Sample("moral_office", key="SELECT 'taigu-no2-2012'"),
    "schemes:scheme_edit": Sample(SMALL, pk=DRAFT_SCHEME),
    "schemes:scheme_publish": Sample(SMALL, pk=DRAFT_SCHEME),
    # matching
    "matching:round_list": Sample(SMALL),
    "matching:round_new": Sample(SMALL),
    "matching:round_show": Sample(SMALL, pk=OPEN_ROUND),
    "matching:offers_edit": Sample(SMALL, pk=OPEN_ROUND),
    "matching:round_rules": Sample(SMALL, pk=OPEN_ROUND),
    "matching:wish_counts": Sample(SMALL, pk=OPEN_ROUND),
    "matching:mark_list": Sample(SMALL, pk=OPEN_ROUND),
    "matching:offer_mine": Sample("small-mentor", pk=OWN_OFFER),
    "matching:mark_edit": Sample("small-mentor", pk=TURN_OFFER),
    "matching:coordination_ask": Sample("small-mentor", pk=TURN_OFFER, student=TURN_WISHER),
    "matching:listed_edit": Sample(SMALL, pk=OPEN_ROUND),
    "matching:application_edit": Sample("mentor", pk=DONE_ROUND),
    "matching:application_list": Sample(SMALL, pk=OPEN_ROUND),
    "matching:nomination_edit": Sample(SMALL, pk=OPEN_ROUND),
    "matching:class_choice_edit": Sample(SMALL, pk=OPEN_ROUND),
    "matching:grouping_list": Sample(SMALL, pk=OPEN_ROUND),
    "matching:grouping_new": Sample(SMALL, pk=OPEN_ROUND, room=OPEN_ROOM),
    "matching:grouping_show": Sample(SMALL, pk=DRAFT_GROUPS),
    "matching:claim_list": Sample("moral_office", pk=DONE_ROUND),
    "matching:claim_edit": Sample("mentor", pk=DONE_ROUND),
    "matching:unit_list": Sample("moral_office", pk=DONE_ROUND),
    "matching:headcount_show": Sample("moral_office", pk=DONE_ROUND),
    "matching:wishes_import": Sample(SMALL, pk=OPEN_ROUND),
    "matching:wishes_confirm": Sample(SMALL, pk="SELECT id FROM matching_wishimport LIMIT 1"),
    "matching:wish_edit": Sample("small-student"),
    "matching:choice_show": Sample(SMALL, pk=OPEN_ROUND),
    "matching:code_slips": Sample(SMALL, pk=OPEN_ROUND),
    "matching:wishes_paper": Sample(SMALL, pk=OPEN_ROUND, room=SMALL_ROOM),
    "matching:wishes_type": Sample(SMALL, pk=OPEN_ROUND),
    "matching:room_enter": Sample(None),
    "matching:room_choose": Sample(None),
    "matching:family_choose": Sample(None, code="SELECT 'ABCDE-23456-FGHJK'"),
    "matching:run_start": Sample(SMALL, pk=OPEN_ROUND),
    "matching:run_show": Sample(SMALL, pk=DRAFT_RUN),
    "matching:run_result": Sample(SMALL, pk=DRAFT_RUN),
    "matching:run_student": Sample(SMALL, pk=DRAFT_RUN, student=DRAFT_SEAT),
    "matching:run_mentor": Sample(SMALL, pk=DRAFT_RUN, mentor=DRAFT_MENTOR),
    "matching:run_compare": Sample(SMALL, pk=DRAFT_RUN),
    "matching:run_wall": Sample(SMALL, pk=DRAFT_RUN),
    "matching:run_swaps": Sample(SMALL, pk=DRAFT_RUN),
    "matching:round_drafts": Sample(SMALL, pk=OPEN_ROUND),
    "matching:run_publish": Sample(SMALL, pk=DRAFT_RUN),
    "matching:seat_move": Sample(SMALL, pk=DRAFT_RUN, student=DRAFT_SEAT),
    "matching:pairing_list": Sample("moral_office"),
    "matching:pairing_end": Sample("moral_office", pk="SELECT id FROM matching_pairing WHERE ends IS NULL LIMIT 1"),
    "matching:my_mentor": Sample("student"),
    "matching:round_times": Sample(SMALL, pk=OPEN_ROUND),
    "matching:round_remind": Sample(SMALL, pk=OPEN_ROUND, kind="SELECT 'student_choice'"),
    "matching:meeting_edit": Sample(SMALL, pk=OPEN_ROUND),
    "matching:letter_list": Sample("moral_office", pk=PUBLISHED_ROUND),
    "matching:agreement_edit": Sample("moral_office", pk=PUBLISHED_ROUND),
    "matching:agreement_list": Sample("moral_office", pk=PUBLISHED_ROUND),
    "matching:agreement_sign": Sample("mentor", pk=PUBLISHED_ROUND),
    "matching:meeting_held": Sample("mentor", pk=PUBLISHED_ROUND),
    "matching:year_menu": Sample("moral_office"),
    "matching:mentor_leave": Sample("moral_office"),
    "matching:pairing_new": Sample("moral_office"),
    "matching:successor_list": Sample("moral_office"),
    "matching:student_move": Sample("moral_office"),
    "matching:classes_divide": Sample("moral_office"),
    "matching:pairings_end": Sample("moral_office"),
    "matching:year_show": Sample("moral_office", pk=YEAR_CHANGE),
    "matching:family_letters": Sample("moral_office", pk=YEAR_CHANGE),
    "matching:mentor_slips": Sample("moral_office", pk=YEAR_CHANGE),
    "matching:change_ask": Sample("student"),
    "matching:change_list": Sample("moral_office"),
    "matching:change_answer": Sample(
        "moral_office", pk="SELECT id FROM matching_changeask WHERE state = 'open' LIMIT 1"
    ),
    # guidance
    "guidance:record_list": Sample("mentor"),
    "guidance:record_new": Sample("mentor"),
    "guidance:record_show": Sample("mentor", pk=OWN_RECORD),
    "guidance:record_correct": Sample("mentor", pk=OWN_RECORD),
    "guidance:student_timeline": Sample("mentor", pk=OWN_STUDENT),
    "guidance:tick_list": Sample("moral_office"),
    "guidance:tick_paper": Sample("moral_office", "?week=2026-11-23"),
    "guidance:tick_type": Sample("moral_office"),
    # guidance: appointments with families (the demo has one on offer, one reshaped, one agreed)
    "guidance:visit_list": Sample("mentor"),
    "guidance:visit_new": Sample("mentor"),
    "guidance:visit_plan": Sample("mentor", "?first=2026-11-24&last=2026-12-18&begins=16:20&per_day=2&minutes=40"),
    "guidance:visit_route": Sample("mentor"),
    "guidance:visit_slips": Sample("mentor"),
    "guidance:visit_show": Sample("mentor", pk=WISHED_VISIT),
    "guidance:visit_again": Sample("mentor", pk=WISHED_VISIT),
    "guidance:visit_hear": Sample("mentor", pk="SELECT id FROM guidance_appointment WHERE state = 'proposed' LIMIT 1"),
    "guidance:visit_result": Sample("mentor", pk="SELECT id FROM guidance_appointment WHERE state = 'agreed' LIMIT 1"),
    "guidance:visit_answer": Sample(None, token="SELECT 'ABCDE23456FGHJK23456ABCDEFG'"),
    "guidance:visit_code": Sample(None),
    "guidance:family_visit": Sample(
        "guardian", pk="SELECT id FROM guidance_appointment WHERE state = 'proposed' LIMIT 1"
    ),
    "guidance:family_message_list": Sample("mentor"),
    "guidance:correction_list": Sample("moral_office"),
    "guidance:talk_ask": Sample("student"),
    "guidance:talk_list": Sample("mentor"),
    "guidance:talk_show": Sample("mentor", pk="SELECT id FROM guidance_talkask LIMIT 1"),
    "guidance:talk_enter": Sample(None),
    "guidance:talk_room": Sample(None),
    "guidance:talk_codes": Sample("homeroom_teacher"),
    "guidance:talk_type": Sample("moral_office"),
    "guidance:unsafe_wait": Sample("student"),
    "guidance:unsafe_show": Sample("grade_lead", pk="SELECT id FROM guidance_unsafealarm LIMIT 1"),
    "home:night_card": Sample("mentor", query="?q=101"),
    "home:night_sheet": Sample("mentor"),
    "roster:watch_list": Sample("moral_office"),
    "roster:numbers_edit": Sample("moral_office"),
    "guidance:paper_list": Sample("student"),
    "guidance:paper_edit": Sample("student", query="?kind=reflection"),
    "guidance:paper_show": Sample("mentor", pk=OWN_PAPER),
    "guidance:paper_inbox": Sample("mentor"),
    "guidance:group_show": Sample("student", pk=OWN_GROUP),
    # archive
    "archive:goal_list": Sample("student", pk=DEMO_STUDENT),
    "archive:goal_edit": Sample("student"),
    "archive:goal_suggest": Sample("mentor", pk=DEMO_STUDENT),
    "archive:note_list": Sample("student"),
    "archive:handed_in": Sample("homeroom_teacher"),
    "archive:sheets_print": Sample("moral_office", room=GOAL_ROOM),
    "archive:sheets_type": Sample("moral_office"),
    "archive:seat_codes": Sample("moral_office"),
    "archive:seat_enter": Sample(None),
    "archive:seat_write": Sample(None),
    "guidance:offline_device": Sample("mentor"),
    "guidance:offline_shell": Sample(None),
    "guidance:outbox_list": Sample("moral_office"),
    "guidance:outbox_show": Sample(
        "moral_office", pk="SELECT id FROM guidance_outboxitem WHERE state = 'held' LIMIT 1"
    ),
    # rehearsal
    "rehearsal:rehearsal_list": Sample("moral_office"),
    "rehearsal:rehearsal_show": Sample("moral_office", pk="SELECT id FROM rehearsal_rehearsal LIMIT 1"),
    "rehearsal:door_list": Sample(None),
    "rehearsal:tour_show": Sample(None, place="SELECT 1"),
    # evaluation
    "evaluation:appraisal_show": Sample("moral_office"),
    "evaluation:appraisal_publish": Sample(
        "moral_office", pk="SELECT id FROM evaluation_appraisalrun WHERE state = 'draft' LIMIT 1"
    ),
    "evaluation:honour_grant": Sample(
        "moral_office",
        pk="SELECT id FROM evaluation_appraisalrun WHERE state = 'draft' LIMIT 1",
        key="SELECT 'excellent'",
    ),
    "evaluation:sheet_show": Sample("moral_office", pk="SELECT id FROM evaluation_appraisalsheet ORDER BY id LIMIT 1"),
    "evaluation:my_sheet": Sample("mentor"),
    "evaluation:answers_import": Sample("moral_office"),
    **samples_base.SAMPLES,
    **samples_honours.SAMPLES,
    # care
    **samples_cases.SAMPLES,
    **samples_conferences.SAMPLES,
    **samples_exams.SAMPLES,
    # documents
    "documents:document_list": Sample("moral_office"),
    # home
    "home:today": Sample("mentor"),
    "home:class_map": Sample("homeroom_teacher"),
    "home:today_unsuited": Sample("mentor"),
    "home:today_hours": Sample("mentor"),
    "home:search": Sample("mentor", query="?q=高一"),
    "home:digest": Sample("homeroom_teacher"),
    "home:grade_map": Sample("grade_lead"),
    "home:coverage": Sample("moral_office"),
    "home:desk": Sample("moral_office"),
    "home:student_home": Sample("student"),
    "home:family_home": Sample("guardian"),
    "home:family_message": Sample("guardian"),
    "home:family_correction": Sample("guardian"),
    "home:me": Sample("mentor"),
    "home:deployment_check": Sample("admin"),
    **samples_overview.SAMPLES,
    **samples_draw.SAMPLES,
    **samples_neighbourhood.SAMPLES,
    **samples_package.SAMPLES,
    **samples_printing.SAMPLES,
    **samples_results.SAMPLES,
    **samples_summary.SAMPLES,
    **samples_stars.SAMPLES,
    **samples_training.SAMPLES,
}
