"""The parts screens are made of, one to a module."""
