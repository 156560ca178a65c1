"""Inputs and views that several pages use."""
