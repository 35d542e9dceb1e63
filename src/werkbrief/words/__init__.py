"""Small words of the trade that need no table."""
