"""Reading what an agency sends: sheets as people make them, into lines."""
