"""Names of the catalogue and of scales as they stand inside a sentence."""


def inside(name: str) -> str:
    """A name with its first letter small, but not of an abbreviation such as `TMS`.

    It is for names that the program gives: what a person called something stays as it is.
    """
    is_abbreviation = name[1:2].isupper()
    return name if is_abbreviation else name[:1].lower() + name[1:]
