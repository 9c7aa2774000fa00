"""Marks that lie in plain are sealed under a key of their batch, in new rows with new random ids (decision 0023)."""

import base64
import os
import uuid
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import migrations

from taoli.common.sealed import seal

KEY, NONCE, LENGTH = 32, 12, 24


def seal_marks(apps: Any, _schema_editor: Any) -> None:
    school_model = apps.get_model("common", "School")
    for school in school_model.objects.order_by("pk"):
        for batch in apps.get_model("evaluation", "SurveyBatch").objects.filter(school_id=school.pk, key_sealed=""):
            _seal_batch(apps, batch)


def _seal_batch(apps: Any, batch: Any) -> None:
    answer = apps.get_model("evaluation", "SurveyAnswer")
    plain = answer.objects.filter(school_id=batch.school_id, batch_id=batch.pk, value__isnull=False)
    marks = list(plain.values_list("mentor_id", "value"))
    if not marks:
        return
    secret = os.urandom(KEY)
    place = f"evaluation.SurveyBatch.key_sealed:{batch.school_id}:{batch.pk}"
    batch.key_sealed = seal(base64.b64encode(secret).decode(), place)
    batch.save(update_fields=["key_sealed"])
    cipher, rows = AESGCM(secret), []
    for mentor, value in marks:
        pk, nonce = uuid.uuid4(), os.urandom(NONCE)
        bound = f"{batch.school_id}:{batch.pk}:{pk}:{mentor}".encode()
        sealed = nonce + cipher.encrypt(nonce, f"{value!r:>{LENGTH}}".encode(), bound)
        text = base64.b64encode(sealed).decode()
        rows.append(answer(id=pk, school_id=batch.school_id, batch_id=batch.pk, mentor_id=mentor, sealed=text))
    plain.delete()
    answer.objects.bulk_create(sorted(rows, key=lambda row: row.pk), batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("evaluation", "0004_surveys_objections_honours"), ("common", "0001_initial")]

    operations = [migrations.RunPython(seal_marks, migrations.RunPython.noop, elidable=True)]
