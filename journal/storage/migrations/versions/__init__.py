"""One module for each step, numbered in order; a step goes forward only."""
