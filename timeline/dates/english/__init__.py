"""English date words: the grammar that resolves them, and the wording that readers see."""
