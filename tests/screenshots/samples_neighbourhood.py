"""Pages of the neighbourhood: whose they are and how addresses are filled."""

from tests.screenshots.sampling import Sample

STATION = "SELECT id FROM neighbourhood_station WHERE door = 'meiwan234567'"
GUEST = "SELECT id FROM roster_staff WHERE number = 'S901'"
EVENING = "SELECT id FROM neighbourhood_parentlecture ORDER BY held_on LIMIT 1"

SAMPLES: dict[str, Sample] = {
    "neighbourhood:station_list": Sample("officer"),
    "neighbourhood:my_students": Sample("social_mentor"),
    "neighbourhood:station_edit": Sample("officer"),
    "neighbourhood:station_close": Sample("officer", pk=STATION),
    "neighbourhood:station_counts": Sample("officer"),
    "neighbourhood:station_duty": Sample("station_staff"),
    "neighbourhood:station_poster": Sample("station_staff", pk=STATION),
    "neighbourhood:station_door": Sample(None, word="SELECT 'meiwan234567'"),
    "neighbourhood:appointment_list": Sample("station_staff"),
    "neighbourhood:appointment_new": Sample("station_staff"),
    "neighbourhood:appointment_show": Sample(
        "station_staff", pk="SELECT id FROM neighbourhood_stationappointment WHERE state = 'agreed' LIMIT 1"
    ),
    "neighbourhood:companion_list": Sample("moral_office"),
    "neighbourhood:companion_edit": Sample("moral_office"),
    "neighbourhood:companion_give": Sample("moral_office", pk=GUEST),
    "neighbourhood:companion_slip": Sample("moral_office", pk=GUEST),
    "neighbourhood:note_edit": Sample(
        "social_mentor", pk="SELECT pair_id FROM neighbourhood_companionnote ORDER BY id LIMIT 1"
    ),
    "neighbourhood:note_list": Sample("moral_office"),
    "neighbourhood:lecture_list": Sample("moral_office"),
    "neighbourhood:lecture_edit": Sample("moral_office"),
    "neighbourhood:lecture_show": Sample("moral_office", pk=EVENING),
    "neighbourhood:lecture_poster": Sample("moral_office", pk=EVENING),
    "neighbourhood:lecture_door": Sample(
        None, word="SELECT door FROM neighbourhood_parentlecture ORDER BY held_on DESC LIMIT 1"
    ),
    "neighbourhood:resource_list": Sample("officer"),
    "neighbourhood:resource_edit": Sample("officer"),
    "neighbourhood:resource_import": Sample("officer"),
    "neighbourhood:resource_find": Sample("moral_office"),
    "neighbourhood:resource_book": Sample("mentor", pk="SELECT id FROM neighbourhood_resource ORDER BY id LIMIT 1"),
    "neighbourhood:booking_list": Sample("officer"),
    "neighbourhood:visit_list": Sample("moral_office"),
    "neighbourhood:joint_list": Sample("officer"),
    "neighbourhood:joint_edit": Sample("officer"),
    "neighbourhood:joint_member": Sample("officer"),
}
