"""A package of a class of 45 from the database: CPU seconds, queries, and the ratio to merely zipping its bytes.

`python -m bench.class_package`: the demo school is made in a folder of its own first. Bar: at most 20 CPU seconds.
"""

import io
import os
import tempfile
import time
import uuid
import zipfile

import django

BAR = 20.0


def prepare(folder: str) -> None:
    """Make the demo school in a folder."""
    os.environ |= {
        "TAOLI_DATA": folder,
        "TAOLI_DEMO": "1",
        "TAOLI_DATABASE": "",
        "TAOLI_LOG_LEVEL": "ERROR",
        "DJANGO_SETTINGS_MODULE": "taoli.config.settings",
    }
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("load_demo")


def main() -> None:
    """Build the package of the first class and print one line."""
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        measure()


def measure() -> None:
    """Load the class, build, and zip the same bytes."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from taoli.common import clock
    from taoli.engine.package import Heading, Receiver, build, new_keys, public_keys
    from taoli.handover.queries.contents import contents_of
    from taoli.roster.models import SchoolClass, Student

    room = SchoolClass.objects.filter(school__code="taoli-demo").order_by("number", "name").first()
    if room is None:
        raise SystemExit("No demo school in this database: run `make demo` once.")
    ids = list(Student.objects.of(room.school_id).filter(school_class=room, left_on=None).values_list("pk", flat=True))
    keys, today, start = new_keys(os.urandom), clock.today(), time.process_time()
    with CaptureQueriesContext(connection) as asked:
        contents = contents_of(room.school_id, ids)
    receiver = Receiver(code="next", name="next", person="next", box_key=public_keys(keys)[1])
    heading = Heading(uuid.uuid4(), clock.now(), today, today, "class", ("here", "here"), receiver)
    files = {name: data for one in ids for name, data in contents[one].files.items()}
    built = build(heading, [contents[one].file for one in ids], keys=keys, draw=os.urandom, files=files)
    whole = time.process_time() - start
    plain = [contents[one].file.model_dump_json().encode() for one in ids] + list(files.values())
    start = time.process_time()
    with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as out:
        for place, data in enumerate(plain):
            out.writestr(str(place), data)
    zipping = time.process_time() - start
    entries = sum(len(section.entries) for one in contents.values() for section in one.file.sections)
    print(
        f"{len(ids)} students, {entries} entries, {len(built.data) // 1024} KB: {whole:.2f} CPU s, "
        f"{len(asked)} queries, {whole / max(zipping, 1e-6):.1f} x zipping"
    )
    if whole > BAR:
        raise SystemExit(f"more than {BAR} CPU seconds")


if __name__ == "__main__":
    main()
