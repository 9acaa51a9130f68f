"""Everything that helps to write an article file."""
