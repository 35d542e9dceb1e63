"""Mail that goes by itself: reminders, who is late, a changed shift."""
