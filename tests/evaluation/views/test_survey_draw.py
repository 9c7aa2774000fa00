from taoli.roster.models import Student
from tests.evaluation.asking import put
from tests.world import TODAY, World


def test_anybody_of_the_school_sees_seed_method_and_hash_but_no_names(settled: World) -> None:
    survey = put(settled, sample=3, seed="777")
    for name in ("林子涵", "林母", "王敏"):
        page = settled.client(name).get(f"/evaluation/surveys/{survey.pk}/draw/").content.decode()
        assert "777" in page
        assert survey.population_hash in page
        assert settled.students["吴桐"].number not in page
        assert "/draw/list/" not in page


def test_the_office_sees_who_was_drawn_and_whether_the_list_is_still_the_same(settled: World) -> None:
    survey, client = put(settled, sample=3, seed="777"), settled.client("孙悦")
    page = client.get(f"/evaluation/surveys/{survey.pk}/draw/").content.decode()
    assert "抽取 3 人" in page
    assert "名册有变动" not in page
    Student.objects.of(settled.school).filter(name="吴桐").update(left_on=TODAY)
    assert "名册有变动" in client.get(f"/evaluation/surveys/{survey.pk}/draw/").content.decode()


def test_without_a_sample_there_is_no_draw(settled: World) -> None:
    assert settled.client("孙悦").get(f"/evaluation/surveys/{put(settled).pk}/draw/").status_code == 404
