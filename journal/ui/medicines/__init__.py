"""The Medicines page: what is taken, how it changed, and doses taken as needed."""
