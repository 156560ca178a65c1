"""The first steps in an empty journal: three short ones, each of which can be skipped."""
