"""A second reading of the rules: slow, plain, and written from the text alone.

It walks the minutes one by one and knows nothing of the engine; it reads the TOML of a
pack itself. Where the two differ one of them is wrong, and the text decides which.
"""
