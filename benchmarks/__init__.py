"""How quick the program is: each figure beside its floor, what the bare libraries need for it."""
