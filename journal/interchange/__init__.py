"""What comes in and goes out, one module for each format: bytes to and from domain values."""
