"""The accidents of bench/faults.py, a sort per file; each holds its promise itself."""
