"""The chart of the chronology on the home page."""
