"""Deletes the files of print jobs whose week is over."""

from django.core.management.base import BaseCommand

from taoli.common.models import School
from taoli.documents.services.prints import purge_prints


class Command(BaseCommand):
    help = "Delete the files of print jobs that are older than a week."

    def handle(self, *args: object, **options: object) -> None:
        count = sum(purge_prints(school_id=school.pk) for school in School.objects.order_by("pk"))
        self.stdout.write(f"{count} files deleted")
