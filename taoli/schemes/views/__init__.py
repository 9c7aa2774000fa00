"""Pages of schemes."""

import uuid

from django.urls import reverse


def show_url(pk: uuid.UUID) -> str:
    """Return the address of one version."""
    return f"{reverse('schemes:scheme_show')}?version={pk}"
