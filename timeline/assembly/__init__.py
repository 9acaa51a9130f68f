"""Claims of many articles become entries, and entries a chronology."""
