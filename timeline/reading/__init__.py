"""Files to articles and vocabulary. Nothing else reads content/."""
