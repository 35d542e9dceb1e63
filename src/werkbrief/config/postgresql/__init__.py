"""PostgreSQL as Django has it, asked for its health without a round trip."""
