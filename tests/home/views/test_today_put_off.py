from tests.world import World


def send(world: World, client: object, choice: str, way: str = "talk", *names: str) -> None:
    students = ",".join(str(world.students[name].pk) for name in names)
    answer = client.post("/today/put-off/", {"way": way, "students": students, "choice": choice})  # type: ignore[attr-defined]
    assert (answer.status_code, answer["Location"]) == (302, "/today/")


def test_an_action_put_off_is_gone_and_can_be_brought_back(settled: World) -> None:
    client = settled.client("王敏")
    asked = "请 周一诺、林子涵 来谈一谈"
    assert asked in client.get("/today/").content.decode()
    send(settled, client, "later", "talk", "林子涵", "周一诺")
    page = client.get("/today/").content.decode()
    assert asked not in page
    assert "重新显示放下的 2 件" in page
    send(settled, client, "again")
    assert asked in client.get("/today/").content.decode()


def test_nonsense_is_ignored(settled: World) -> None:
    client = settled.client("王敏")
    client.post("/today/put-off/", {"way": "talk", "students": "x,1;drop", "choice": "later"})
    client.post("/today/put-off/", {"way": "talk", "choice": "for ever"})
    assert "请 周一诺、林子涵 来谈一谈" in client.get("/today/").content.decode()


def test_it_answers_post_only_and_mentors_only(settled: World) -> None:
    assert settled.client("王敏").get("/today/put-off/").status_code == 405
    assert settled.client("孙悦").post("/today/put-off/").status_code == 403
