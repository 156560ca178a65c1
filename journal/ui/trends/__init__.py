"""The page that answers questions: a card each, with its sentence, picture and numbers."""
