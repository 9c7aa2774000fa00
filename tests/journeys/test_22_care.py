"""One case: from a mentor's worry to class, grade and principal, to a leader, to the counsellor, and back with its outcome.

Each person's screen shows only what it may; the words sealed on the way are looked for on everybody else's.
"""

import datetime as dt
import re

from playwright.sync_api import Page, expect

from tests.journeys.hands import Visits, picture, scrolls_sideways, settled, walk_in, words

TODAY = dt.date(2026, 11, 23)  # the demo's
WORRY = "连续三天没吃午饭，说回家也没人"
ASKED = "想请年级一起看看家里的情况"
FURTHER = "年级里帮不上，请校长室定"
SEALED = "梦里总有人关门"
ADVICE = "课间多留十分钟，不追问"
MEASURE = "每天中午一起去食堂"
OUTCOME = "姑姑每晚来接，午饭已正常"
SECRETS = (WORRY, ASKED, FURTHER, SEALED, OUTCOME)


def test_a_worry_climbs_is_led_helped_and_comes_back_with_its_outcome(visits: Visits) -> None:
    """The whole story, one person after another."""
    mentor = walk_in(visits, "mentor", "phone")
    name, student, room = _student(mentor)
    homeroom = walk_in(visits, "homeroom_teacher", "desktop")
    _one_homeroom_teacher(walk_in(visits, "moral_office", "desktop"), room, _person(homeroom))
    case = _raise(mentor, student)

    _told(homeroom, case, name)
    _class_conference(homeroom, name, room)
    lead = walk_in(visits, "grade_lead", "desktop")
    _told(lead, case, name)
    _climb(lead, case)
    principal = walk_in(visits, "principal", "desktop")
    _told(principal, case, name)
    leader = _person(lead)
    _take_on(principal, case, leader=leader, owner=_person(mentor))

    _told(lead, case, name)
    _refer(lead, student)
    counsellor = walk_in(visits, "counsellor", "desktop")
    _counsel(counsellor, name)
    _helped(mentor, case, student)
    _closed(lead, case)
    _outcome_is_back(mentor, case)
    _nobody_else_sees_anything(visits, case, student, name)


def _student(mentor: Page) -> tuple[str, str, str]:
    """Return name, id and class of the last of the mentor's students: the demo's own referral is about the first."""
    mentor.goto("/roster/students/")
    link = settled(mentor).locator("main a[href*='/roster/students/']").last
    student = re.search(r"[0-9a-f-]{36}", link.get_attribute("href") or "")
    assert student is not None
    mentor.goto(f"/guidance/students/{student[0]}/")
    room = re.search(r"\S+\(\d+\)班", words(mentor))
    assert room is not None
    return mentor.locator("h1").first.inner_text().strip(), student[0], room[0]


def _one_homeroom_teacher(office: Page, room: str, teacher: str) -> None:
    """The office gives the student's class to the homeroom teacher of the demo."""
    office.goto("/roster/classes/")
    office.locator("main a", has_text=room).first.click()
    office.locator("[name=homeroom_teacher]").select_option(label=_option(office, "homeroom_teacher", teacher))
    office.locator("main form button.primary").click()
    office.wait_for_url(re.compile("/roster/classes/$"))


def _raise(mentor: Page, student: str) -> str:
    """From the student's page: the worry, how serious, the words, save."""
    mentor.get_by_role("link", name="我担心这位学生").click()
    mentor.locator("label", has_text="较重").click()
    mentor.locator("[name=reason]").fill(WORRY)
    picture(mentor, "22-raise-phone")
    assert not scrolls_sideways(mentor)
    mentor.get_by_role("button", name="提出", exact=True).click()
    expect(mentor.get_by_text(WORRY)).to_be_visible()
    picture(mentor, "22-raised-phone")
    found = re.search(r"/care/cases/([0-9a-f-]{36})/", mentor.url)
    assert found is not None
    return found[1]


def _told(page: Page, case: str, name: str) -> None:
    """A notice has come that says neither whom nor what; it leads to the case."""
    page.goto("/notices/")
    notice = settled(page).locator("main li", has_text="一件事").first
    said = notice.inner_text()
    assert name not in said
    assert [one for one in SECRETS if one in said] == []
    notice.get_by_role("link").first.click()
    page.wait_for_url(re.compile(f"/care/cases/{case}/"))


def _class_conference(page: Page, name: str, room: str) -> None:
    """The homeroom teacher plans this week's meeting, has the agenda made and passes the case on from its line."""
    page.goto("/care/conferences/edit/")
    page.locator("label", has_text="班教导会").click()
    page.locator("[name=where]").select_option(label=_option(page, "where", room))
    page.locator("main form button.primary").click()
    page.get_by_role("button", name=re.compile("生成议程")).first.click()
    expect(settled(page).locator(".agenda")).to_contain_text(name)
    picture(page, "22-agenda-desktop")
    page.get_by_role("button", name="开始会议").click()
    page.wait_for_url(re.compile("/run/"))
    line = page.locator(".meeting-agenda a", has_text=name).first
    line.click()
    assert WORRY not in words(page)  # safe for a projector
    picture(page, "22-meeting-desktop")
    page.get_by_role("link", name=re.compile("全部显示")).click()
    page.locator("[name=text]").fill(ASKED)
    page.locator("details", has_text="个案").locator("summary").last.click()
    page.get_by_role("button", name="提交上一级").click()
    expect(page.locator("button[value=answer]")).to_have_count(1)  # it stands with the grade now
    page.get_by_role("link", name="记要与结束").click()
    page.get_by_role("button", name="结束会议").click()
    page.wait_for_url(lambda address: "/run/" not in address)
    picture(page, "22-held-desktop")


def _climb(page: Page, case: str) -> None:
    """The grade lead reads what the class asks and passes it on."""
    page.goto(f"/care/cases/{case}/")
    expect(page.get_by_text(ASKED)).to_be_visible()
    page.get_by_role("link", name="提交上一级").click()
    page.locator("[name=text]").fill(FURTHER)
    page.locator("main form button.primary").click()
    expect(page.get_by_text(FURTHER)).to_be_visible()
    picture(page, "22-climbed-desktop")


def _take_on(page: Page, case: str, *, leader: str, owner: str) -> None:
    """The principal takes it on, names a leader and a first measure."""
    page.goto(f"/care/cases/{case}/")
    expect(page.get_by_text(WORRY)).to_be_visible()
    page.get_by_role("link", name="列入需特别关注").click()
    page.locator("[name=leader]").select_option(label=_option(page, "leader", leader))
    page.locator("[name=text]").fill("由年级组长负责，两周后再看")
    page.locator("main form button.primary").click()
    page.get_by_role("link", name="添加措施").click()
    page.locator("[name=text]").fill(MEASURE)
    page.locator("[name=owner]").select_option(label=_option(page, "owner", owner))
    page.locator("[name=due_on]").fill((TODAY + dt.timedelta(days=7)).isoformat())
    page.locator("main form button.primary").click()
    expect(page.get_by_text(MEASURE)).to_be_visible()
    picture(page, "22-led-desktop")


def _option(page: Page, field: str, name: str) -> str:
    labels = settled(page).locator(f"[name={field}] option").all_inner_texts()
    return next(one for one in labels if one.split(" · ")[0].strip() == name)


def _person(page: Page) -> str:
    page.goto("/me/")
    found = re.search(r"[\u4e00-\u9fff]{2,4}", page.locator("h1").first.inner_text())
    assert found is not None
    return found[0]


def _refer(page: Page, student: str) -> None:
    """The leader refers the student, with consent."""
    page.goto(f"/care/referrals/new/?student={student}")
    page.locator("[name=reason]").fill("夜里睡不好，想请您看看")
    page.locator("[name=student_consent][value=given]").check()
    page.locator("[name=guardian_consent][value=given]").check()
    page.locator("[name=consent_by]").fill("姑姑")
    page.locator("[name=consent_on]").fill(TODAY.isoformat())
    picture(page, "22-refer-desktop")
    page.locator("main form button.primary").click()
    expect(page.locator("main")).not_to_contain_text("夜里睡不好，想请您看看")


def _counsel(page: Page, name: str) -> None:
    """The counsellor takes the student on, keeps a sealed note and tells level and advice."""
    page.goto("/care/referrals/")
    page.get_by_role("link", name=re.compile(name)).first.click()
    page.locator("button[name=to][value=care]").click()
    page.locator("main a[href*='/notes/']").first.click()
    page.locator("main a[href*='/notes/write/']").first.click()
    page.locator("main form textarea").first.fill(SEALED)
    page.locator("main form button.primary").click()
    expect(page.get_by_text(SEALED)).to_be_visible()
    picture(page, "22-note-desktop")
    page.goto("/care/referrals/")
    page.get_by_role("link", name=re.compile(name)).first.click()
    page.locator("main a[href$='/advise/']").click()
    page.locator("[name=level]").first.check()
    page.locator("[name=text]").fill(ADVICE)
    page.locator("main form button.primary").click()
    expect(settled(page).locator("main")).to_contain_text(ADVICE)


def _helped(mentor: Page, case: str, student: str) -> None:
    """The mentor reads the advice and nothing of the note, and settles the measure."""
    mentor.goto(f"/guidance/students/{student}/")
    expect(mentor.get_by_text(ADVICE)).to_be_visible()
    assert SEALED not in words(mentor)
    picture(mentor, "22-advice-phone")
    mentor.goto(f"/care/cases/{case}/")
    mentor.get_by_label(re.compile("一句话")).first.fill("去了四天")
    mentor.get_by_role("button", name="已完成", exact=True).first.click()
    expect(settled(mentor).locator("main")).to_contain_text("去了四天")


def _closed(page: Page, case: str) -> None:
    """The leader closes it; without an outcome it stays open."""
    page.goto(f"/care/cases/{case}/")
    assert SEALED not in words(page)
    page.get_by_role("link", name="写明结果并结束").click()
    page.locator("main form button.primary").click()
    assert "/close/" in page.url
    page.locator("[name=text]").fill(OUTCOME)
    page.locator("main form button.primary").click()
    expect(page.get_by_text(OUTCOME).first).to_be_visible()
    picture(page, "22-closed-desktop")


def _outcome_is_back(mentor: Page, case: str) -> None:
    """Whoever raised it has been told and reads what came of it."""
    mentor.goto("/notices/")
    assert "个案" in words(mentor) or "进展" in words(mentor)
    mentor.goto(f"/care/cases/{case}/")
    expect(mentor.get_by_text(OUTCOME).first).to_be_visible()
    picture(mentor, "22-outcome-phone")


def _nobody_else_sees_anything(visits: Visits, case: str, student: str, name: str) -> None:
    """Assessor, keeper, student, family: no page of it; the office and the counsellor only their part.

    The demo's assessor and keeper guide students of their own, so the list of cases opens for them: without this one.
    """
    for door in ("assessor", "admin", "student", "guardian"):
        page = walk_in(visits, door, "phone")
        for address in (f"/care/cases/{case}/", "/care/cases/?show=past", f"/care/students/{student}/notes/"):
            answer = page.goto(address)
            assert answer is not None
            listed = address.startswith("/care/cases/?") and door in {"assessor", "admin"}
            assert answer.status in ({200, 403} if listed else {403, 404}), (door, address)
            assert [one for one in (*SECRETS, case, name) if one in words(page)] == []
            assert [one for one in SECRETS if one in page.content()] == []
    office = walk_in(visits, "moral_office", "desktop")
    answer = office.goto(f"/care/students/{student}/notes/")
    assert answer is not None
    assert answer.status in {403, 404}
    assert SEALED not in office.content()
    counsellor = walk_in(visits, "counsellor", "desktop")
    counsellor.goto(f"/care/cases/{case}/")
    expect(counsellor.get_by_text("这名学生由您跟进")).to_be_visible()
    assert [one for one in SECRETS if one in counsellor.content()] == []
    picture(counsellor, "22-counsellor-desktop")
