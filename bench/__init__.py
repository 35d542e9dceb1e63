"""The benchmarks: each a module with `main()`, its floors in bench/floors.

`python -m bench` runs all of them, `python -m bench week approving` these two. Absolute
figures drift with the machine: the ratio of two sides, interleaved in one run, is what
counts. None of this is a test.
"""
