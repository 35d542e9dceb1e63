"""Who hires whom: agency, client, worker, assignment, and who may see what."""
