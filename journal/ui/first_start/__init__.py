"""The first steps in an empty journal: a few short ones, each of which can be skipped."""
