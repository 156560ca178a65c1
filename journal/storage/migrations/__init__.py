"""How the tables changed, step by step, for journals that are older than the program."""
