"""What is asked for safety's sake, and what is said to the answer, where it was entered."""
