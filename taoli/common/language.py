"""The reader's language, kept in a cookie."""

from django.http import HttpRequest, HttpResponse
from django.views.i18n import set_language as django_set_language


def set_language(request: HttpRequest) -> HttpResponse:
    """Take POST language=zh-hans|en and go back."""
    answer: HttpResponse = django_set_language(request)
    return answer
