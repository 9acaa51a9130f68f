"""Articles that are not filed yet."""
