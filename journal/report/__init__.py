"""How a summary is handed over: one Report, as a PDF and as plain text."""
