"""What each picture shows, in sentences and as a table of its numbers."""
