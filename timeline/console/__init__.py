"""The terminal: what is printed, what is asked, and which files a person names."""
