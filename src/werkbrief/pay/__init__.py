"""From hours to paid lines: the only door to the ontrafelaar."""
