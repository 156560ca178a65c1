"""A private journal of symptoms around ketamine and esketamine treatment."""

__version__ = "0.1.0"
