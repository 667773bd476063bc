"""The screens of the counter, each with its stylesheet beside it."""
