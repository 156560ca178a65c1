"""What a journal is: frozen values and pure functions of the standard library, without words."""
