"""A disk that takes no more, for as long as a block runs."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.systems import posix


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """No file of this process grows beyond `size` bytes, as on a disk with so much room."""
    resource = posix("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
