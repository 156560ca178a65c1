"""The page that draws a scale over time."""
