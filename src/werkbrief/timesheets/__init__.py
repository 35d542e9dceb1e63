"""Time entries: the hours passed on for each shift, and the decisions on them."""
