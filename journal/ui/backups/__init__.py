"""Backups in the window: made by themselves, made now, chosen from, and restored."""
