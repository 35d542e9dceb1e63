"""The shifts of a week: planned by hand, by import or from the base schedule."""
