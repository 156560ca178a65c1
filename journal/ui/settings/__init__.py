"""The Settings page: scales, whose journal it is, the day's start, looks, and where it all lies."""
