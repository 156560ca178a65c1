"""The page of questionnaires: asking them, entering totals from paper, and looking back."""
