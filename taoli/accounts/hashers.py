"""Password hashing that a school's server can bear at 20:00 (OWASP's minimum for argon2id)."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class LightArgon2(Argon2PasswordHasher):
    """argon2id, 19 MiB, two passes, one lane."""

    time_cost = 2
    memory_cost = 19456
    parallelism = 1
