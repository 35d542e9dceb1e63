"""What every benchmark needs: a database, a portal, a stopwatch, a report."""
