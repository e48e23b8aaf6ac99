"""`python -m gestand` is `gestand`."""

from gestand.cli import main

main()
