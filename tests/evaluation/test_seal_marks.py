"""Marks of an installation from before decision 0023 are sealed when it is upgraded."""

import uuid
from typing import Any

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from taoli.common import clock
from taoli.common.models import School
from taoli.common.tenancy import cross_school
from taoli.evaluation.models import SurveyAnswer, SurveyBatch
from taoli.evaluation.queries.answers import marks_in
from taoli.roster.models import Staff, Term
from tests.world import END, START

BEFORE = ("evaluation", "0004_surveys_objections_honours")
MARKS = [3.0, 4.5, 5.0]


def test_marks_in_plain_are_sealed_and_say_the_same(transactional_db: None) -> None:
    with cross_school("upgrade"):
        school = School.objects.create(name="青禾中学", code="qinghe")
        term = Term.objects.create(school=school, name="上学期", starts=START, ends=END)
        mentor = Staff.objects.create(school=school, number="T1", name="王敏")
        try:
            MigrationExecutor(connection).migrate([BEFORE])
            old: Any = MigrationExecutor(connection).loader.project_state([BEFORE]).apps
            batch = old.get_model("evaluation", "SurveyBatch").objects.create(
                id=uuid.uuid4(), school_id=school.pk, term_id=term.pk, source="student", created_at=clock.now()
            )
            answers = old.get_model("evaluation", "SurveyAnswer").objects
            for value in MARKS:
                answers.create(school_id=school.pk, batch_id=batch.pk, mentor_id=mentor.pk, value=value)
            before = set(answers.values_list("pk", flat=True))
        finally:
            executor = MigrationExecutor(connection)  # everything again: what later apps built on it went with it
            executor.migrate(executor.loader.graph.leaf_nodes())
        found = SurveyBatch.objects.get(pk=batch.pk)
        assert sorted(value for _mentor, value in marks_in(found)) == MARKS
        assert not before & set(SurveyAnswer.objects.values_list("pk", flat=True))
