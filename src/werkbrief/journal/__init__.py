"""What happened, by whom, when: before and after."""
