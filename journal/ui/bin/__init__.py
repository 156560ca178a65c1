"""What was deleted, to put back; and deleting everything."""
