"""What the Makefile calls: the environment, the checks, the tests, the lock."""
