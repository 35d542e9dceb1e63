"""Passwords hashed as the portal does, with a thousandth of the work."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class HurriedHasher(Argon2PasswordHasher):
    """Slow on purpose is for outside: a test that signs in has nothing to guess."""

    time_cost, memory_cost, parallelism = 1, 8, 1
