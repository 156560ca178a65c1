"""`python -m journal` is the program itself."""

import sys

from journal.cli import main

sys.exit(main())
