"""The sample township: tables of made-up households, each with what it shows and what must come out."""
