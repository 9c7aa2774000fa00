"""Deletes the files of print jobs whose week is over."""

from django.core.management.base import BaseCommand

from taoli.common.each_school import ALL, each_school
from taoli.documents.services.prints import purge_prints


class Command(BaseCommand):
    help = "Delete the files of print jobs that are older than a week."

    def handle(self, *args: object, **options: object) -> None:
        count = sum(count for _, count in each_school(lambda school: purge_prints(school_id=school.pk), ALL))
        self.stdout.write(f"{count} files deleted")
