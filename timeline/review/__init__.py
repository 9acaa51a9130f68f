"""What a change does to the chronology, and whether addresses still answer."""
