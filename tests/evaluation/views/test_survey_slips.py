from taoli.evaluation.models import BallotToken
from tests.evaluation.asking import answer, prepared, put
from tests.world import World


def test_slips_are_printed_for_those_who_have_not_answered(settled: World) -> None:
    survey, client = put(settled), settled.client("孙悦")
    answer(settled, survey, "周一诺")
    room = settled.students["林子涵"].school_class_id
    url = f"/evaluation/surveys/{survey.pk}/slips/"
    assert "高一(1)班" in client.get(url).content.decode()
    page = client.post(url, {"room": str(room)}).content.decode()
    assert "林子涵" in page
    assert "周一诺" not in page
    assert "data:image/svg" in page
    made = BallotToken.objects.of(settled.school).exclude(code_hash="")
    assert made.count() == page.count('class="cut-code"')
    assert all(one.code_hash not in page for one in made)


def test_a_repeat_makes_no_new_codes(settled: World) -> None:
    survey, client = put(settled, "guardians_about_mentor"), settled.client("孙悦")
    room = settled.students["林子涵"].school_class_id
    url = f"/evaluation/surveys/{survey.pk}/slips/"
    form = {"room": str(room), "op": "11111111-1111-4111-8111-111111111111"}
    assert "的家长" in client.post(url, form).content.decode()
    before = set(BallotToken.objects.of(settled.school).values_list("code_hash", flat=True))
    assert client.post(url, form)["Location"] == url
    assert set(BallotToken.objects.of(settled.school).values_list("code_hash", flat=True)) == before


def test_a_class_that_is_done_and_one_that_is_not_offered_are_refused(settled: World) -> None:
    survey, client = put(settled), settled.client("孙悦")
    BallotToken.objects.of(settled.school).update(spent=True)
    url = f"/evaluation/surveys/{survey.pk}/slips/"
    room = settled.students["林子涵"].school_class_id
    assert "都已经答完" in client.post(url, {"room": str(room)}).content.decode()
    assert client.post(url, {"room": "nonsense"}).status_code == 200


def test_a_draft_has_no_slips(settled: World) -> None:
    page = settled.client("孙悦").get(f"/evaluation/surveys/{prepared(settled).pk}/slips/").content.decode()
    assert "没有要打印的纸条" in page
