"""How a journal is drawn: matplotlib objects without pyplot, and the same told in sentences."""
