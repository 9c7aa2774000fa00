"""Loads the demo: the big school with half a term behind it, the small one in the middle of its choice round."""

from collections.abc import Callable
from dataclasses import dataclass

from taoli.common.models import School
from taoli.evaluation.services import draft_appraisal
from taoli.guidance.queries.ticks import monday_of
from taoli.guidance.services.ticks import make_sheets
from taoli.matching.queries.pairings import pairings_of_mentor
from taoli.rehearsal.models import Rehearsal
from taoli.rehearsal.services.accounts import open_big, open_family, open_small
from taoli.rehearsal.services.archives import load_archives
from taoli.rehearsal.services.bases import load_bases
from taoli.rehearsal.services.bureaus import CITY, DISTRICT, load_bureaus, load_guest
from taoli.rehearsal.services.cases import load_cases
from taoli.rehearsal.services.city import hand_in_own, load_city
from taoli.rehearsal.services.closed_surveys import load_closed
from taoli.rehearsal.services.conferences import load_conferences
from taoli.rehearsal.services.counsel import load_counsel
from taoli.rehearsal.services.draws import load_draws
from taoli.rehearsal.services.exams import load_exams
from taoli.rehearsal.services.growth import load_growth
from taoli.rehearsal.services.habits import load_habits
from taoli.rehearsal.services.honours import load_honours
from taoli.rehearsal.services.making import make_school
from taoli.rehearsal.services.neighbours import load_neighbours
from taoli.rehearsal.services.offline import offer_held
from taoli.rehearsal.services.overview import load_overview
from taoli.rehearsal.services.packages import load_packages
from taoli.rehearsal.services.pairing import OWN, PAIRED_FROM, TYPED, adopt_scheme, open_choice, pair_by_group
from taoli.rehearsal.services.people import Loaded, load_people
from taoli.rehearsal.services.prints import load_prints
from taoli.rehearsal.services.records import load_records
from taoli.rehearsal.services.rehearsing import Wanted, rehearse, store
from taoli.rehearsal.services.specs import big, small
from taoli.rehearsal.services.stars import load_stars
from taoli.rehearsal.services.summaries import load_summaries
from taoli.rehearsal.services.surveys import load_surveys
from taoli.rehearsal.services.templates import load_templates
from taoli.rehearsal.services.timetables import load_timetable, mark_attention
from taoli.rehearsal.services.training import load_training
from taoli.rehearsal.services.visits import load_visits
from taoli.rehearsal.services.watching import offer_alarm, offer_seen, offer_talk, offer_watch
from taoli.rehearsal.services.years import load_years
from taoli.roster.models import RosterImport
from taoli.roster.services.importing import stage
from taoli.roster.services.sheets import workbook

TRIED = "weifang-2011"
Say = Callable[[str], None]


@dataclass(frozen=True)
class Counts:
    """What has been loaded."""

    students: int
    staff: int
    records: int
    loaded: Loaded


def is_loaded() -> bool:
    """Say whether the demo's schools and bureaus are there."""
    return School.objects.filter(code=DISTRICT[0]).exists()


def load_demo(say: Say = lambda _line: None) -> Counts:
    """Load both schools; whatever is there already is left as it is."""
    counts = load_big(say)
    say("小满中学")
    small_one = load_small()
    say("春和区教育局")
    district = load_bureaus((counts.loaded, small_one))
    city = School.objects.get(code=CITY[0])
    say("芳洲市")
    load_city(city, district)
    hand_in_own((counts.loaded.school, small_one.school))
    load_overview(city, district)
    load_summaries(district, (counts.loaded, small_one))
    load_stars(district, counts.loaded)
    load_training(district, counts.loaded)
    load_draws(district, counts.loaded)
    load_neighbours(district, counts.loaded)
    load_bases(district, small_one)
    return counts


def load_big(say: Say, students: int = 540, records: int = 0) -> Counts:
    """Load the big school: people, scheme, pairings, accounts, half a term of records (or so many), a draft."""
    made = make_school(big(students))
    say(f"{made.spec.name}: {len(made.students)} students, {len(made.staff)} teachers")
    loaded = load_people(made)
    adopt_scheme(loaded, TYPED)
    say(f"{pair_by_group(loaded)} students paired by study group")
    open_big(loaded)
    open_family(loaded, first_mentee(loaded))
    count = load_records(loaded, records)
    load_habits(loaded, PAIRED_FROM)
    load_timetable(loaded)
    mark_attention(loaded, (first_mentee(loaded),), PAIRED_FROM)
    load_visits(loaded)
    load_growth(loaded)
    load_cases(loaded)
    load_conferences(loaded)
    load_archives(loaded, first_mentee(loaded))
    load_exams(loaded)
    load_years(loaded)
    load_closed(loaded)
    draft_appraisal(by=loaded.by)
    load_honours(loaded)
    offer_import(loaded)
    offer_rehearsal(loaded)
    make_sheets(by=loaded.by, monday=monday_of(""), mentor_ids=[])
    offer_watch(loaded)
    offer_talk(loaded)
    offer_seen(loaded)
    offer_alarm(loaded)
    offer_held(loaded)
    load_packages(loaded)
    load_counsel(loaded)
    load_templates(loaded)
    load_prints(loaded)
    load_surveys(loaded)
    load_guest(loaded)
    say(f"{count} guidance records")
    return Counts(students=len(made.students), staff=len(made.staff), records=count, loaded=loaded)


def load_small() -> Loaded:
    """Load the second school, whose students are choosing."""
    loaded = load_people(make_school(small()))
    adopt_scheme(loaded, OWN)
    open_small(loaded)
    open_choice(loaded)
    return loaded


def offer_import(loaded: Loaded) -> None:
    """Leave a workbook with two new teachers waiting for the office's confirmation."""
    if RosterImport.objects.of(loaded.school).exists():
        return
    rows = [("T901", "安若水", "女", "语文"), ("T902", "柳成荫", "男", "数学")]
    data = workbook([("教师", ["工号", "姓名", "性别", "任教学科"], rows)])
    stage(by=loaded.by, file_name="新调入教师.xlsx", data=data)


def offer_rehearsal(loaded: Loaded) -> None:
    """Leave the report of another scheme's term on the page, as an office would that thinks of a change."""
    if not Rehearsal.objects.of(loaded.school).exists():
        store(by=loaded.by, done=rehearse(Wanted(TRIED), loaded.school.pk))


def first_mentee(loaded: Loaded) -> str:
    """Return the number of the first student of the mentor whom the demo shows."""
    mentor = loaded.staff[loaded.made.offices["mentor"]]
    return pairings_of_mentor(loaded.school.pk, mentor.pk, PAIRED_FROM)[0].student.number
