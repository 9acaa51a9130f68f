"""What can be wrong: one file a rule, the manual of every code, and the formats in which problems are printed."""
