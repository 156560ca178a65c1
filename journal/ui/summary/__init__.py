"""The Summary page: what goes to the provider, seen before it is saved or printed."""
