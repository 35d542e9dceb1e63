"""SQLite that takes a selection of thousands in one statement.

Django 5.2 assumes 999 parameters (SQLite before 3.32) and would cut an approval of
1,000 entries in pieces; the library itself answers 32,766 or more.
"""

import sqlite3

from django.db.backends.sqlite3 import base, features, operations
from django.utils.functional import cached_property


class DatabaseFeatures(features.DatabaseFeatures):
    @cached_property
    def max_query_params(self) -> int:  # type: ignore[override]
        self.connection.ensure_connection()
        return int(
            self.connection.connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)
        )


class DatabaseOperations(operations.DatabaseOperations):
    def bulk_batch_size(self, fields: list[object], objs: list[object]) -> int:
        limit = int(self.connection.features.max_query_params or 999)
        return limit // max(len(fields), 1) or len(objs)


class DatabaseWrapper(base.DatabaseWrapper):
    features_class = DatabaseFeatures
    ops_class = DatabaseOperations
