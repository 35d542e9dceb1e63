"""The example agency: Kasdorp Uitzendbureau in the Westland, a year of work."""
