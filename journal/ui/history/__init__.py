"""The page of every day: searched, filtered, and opened from."""
