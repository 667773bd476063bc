"""`python -m caseworker` is the same as `caseworker`."""

from caseworker.cli import main

if __name__ == "__main__":
    main()
