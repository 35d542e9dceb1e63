"""Every request asks first whether its connection still works.

Django sends `SELECT 1` and waits. The socket knows: who is gone has closed it,
or has said so in words that nobody read yet; a healthy one is silent. Only when
something lies there is it asked aloud.
"""

import select

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    def is_usable(self) -> bool:
        if self.connection is None or self.connection.closed:
            return False
        readable, _, _ = select.select([self.connection.fileno()], [], [], 0)
        return bool(super().is_usable()) if readable else True
