"""The page of one day: check-ins, side effects, a note."""
