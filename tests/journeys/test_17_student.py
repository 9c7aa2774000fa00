"""Step 17: a student's own side, on the phone: a goal, a reflection, the group, notes for nobody else."""

from playwright.sync_api import Page, expect

from tests.journeys.hands import Visits, picture, scrolls_sideways, walk_in

GOAL = "期末前读完《红楼梦》前四十回"
PHRASE = "院子里的第三棵树"


def home(visits: Visits) -> Page:
    page = walk_in(visits, "student", "phone")
    page.goto("/")
    return page


def test_a_student_sets_a_goal_and_ticks_its_first_step(visits: Visits) -> None:
    page = home(visits)
    page.get_by_role("link", name="我的目标").click()
    page.get_by_role("link", name="定一个目标").first.click()
    page.get_by_label("这学期我想做到的事").fill(GOAL)
    page.get_by_label("第 1 步").fill("每晚两回")
    page.get_by_role("button", name="保存", exact=True).click()
    card = page.locator("section.panel").filter(has_text=GOAL)
    card.get_by_role("button", name="打勾").click()
    expect(page.locator("section.panel").filter(has_text=GOAL)).to_contain_text("1 步中已做 1 步")
    picture(page, "17-goals-phone")
    assert not scrolls_sideways(page)


def test_a_reflection_is_answered_by_the_mentor(visits: Visits) -> None:
    page = home(visits)
    page.get_by_role("link", name="我写的").click()
    page.get_by_role("link", name="去写").first.click()
    page.get_by_label("谈了什么").fill("说了期末怎么安排")
    page.get_by_label("我打算怎么做").fill("每天列三件事")
    page.get_by_role("button", name="上交").click()
    expect(page.get_by_text("导师还没看")).to_be_visible()
    address = page.url
    mentor = walk_in(visits, "mentor", "phone")
    mentor.goto("/guidance/papers/inbox/")
    picture(mentor, "17-inbox-phone")
    mentor.goto(address)
    mentor.get_by_label("给学生写一句话").fill("三件事正好，做完给我看看")
    mentor.get_by_role("button", name="看过了").click()
    mentor.wait_for_url("**/inbox/")
    page.reload()
    expect(page.get_by_text("三件事正好，做完给我看看")).to_be_visible()
    picture(page, "17-reflection-phone")


def test_a_member_suggests_something_to_the_group(visits: Visits) -> None:
    page = home(visits)
    page.locator("li").filter(has_text="我的小组").get_by_role("link").first.click()
    page.get_by_label("我的建议").fill("期末前互相抽背一次")
    page.get_by_role("button", name="提出建议").click()
    expect(page.get_by_text("期末前互相抽背一次").first).to_be_visible()
    picture(page, "17-group-phone")
    assert not scrolls_sideways(page)


def test_a_note_for_oneself_leaves_the_browser_sealed_and_opens_with_the_phrase(visits: Visits) -> None:
    page = home(visits)
    page.get_by_role("link", name="只给自己看").click()
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.post_data or "") if request.method == "POST" else None)
    page.get_by_label("我的口令").fill(PHRASE)
    page.get_by_label("再输一遍口令").fill(PHRASE)
    page.get_by_label("新笔记").fill("今天只想安静一会儿")
    page.get_by_role("button", name="加密保存").click()
    expect(page.get_by_text("已加密保存")).to_be_visible()
    assert [body for body in sent if "sealed=1." in body]
    assert "今天只想安静一会儿" not in page.content()
    page.get_by_label("我的口令").fill("别的什么口令呀")
    page.get_by_role("button", name="打开我的笔记").click()
    expect(page.get_by_text("这个口令打不开你的笔记")).to_be_visible()
    page.get_by_label("我的口令").fill(PHRASE)
    page.get_by_role("button", name="打开我的笔记").click()
    expect(page.get_by_text("今天只想安静一会儿")).to_be_visible()
    picture(page, "17-notes-phone")
    assert not scrolls_sideways(page)
