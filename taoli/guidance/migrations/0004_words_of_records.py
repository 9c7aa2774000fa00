"""Records written before the index of two-character words was kept are put into it."""

import unicodedata
from typing import Any

from django.db import migrations

BATCH = 200


def fill(apps: Any, _editor: Any) -> None:
    """School by school, in small batches."""
    record, gram = apps.get_model("guidance", "GuidanceRecord"), apps.get_model("guidance", "RecordGram")
    for school in apps.get_model("common", "School").objects.values_list("pk", flat=True):
        rows = record.objects.filter(school_id=school, state="submitted").order_by("pk")
        texts = rows.values_list("pk", "private_text", "next_step", "theme", "place")
        made = []
        for pk, *parts in texts.iterator(chunk_size=BATCH):
            made += [gram(school_id=school, record_id=pk, gram=pair) for pair in sorted(_pairs("\n".join(parts)))]
            if len(made) > BATCH:
                gram.objects.bulk_create(made, batch_size=BATCH)
                made = []
        gram.objects.bulk_create(made, batch_size=BATCH)


def _pairs(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKC", text).lower()
    runs = "".join(sign if sign.isalnum() else " " for sign in plain).split()
    return {run[place : place + 2] for run in runs for place in range(len(run) - 1)}


class Migration(migrations.Migration):
    """Data only."""

    dependencies = [("guidance", "0003_the_day")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
