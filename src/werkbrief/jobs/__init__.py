"""Work that takes longer than a page may: left alone, and found again."""
