"""The colours: chosen so that fields, cursor and headings stay apart when a terminal has only sixteen."""

from __future__ import annotations

from textual.theme import Theme

COUNTER = Theme(
    name="counter",
    primary="#5fafff",
    secondary="#87afd7",
    warning="#ffd75f",
    error="#ff5f5f",
    success="#87d787",
    accent="#5fd7d7",
    foreground="#e4e4e4",
    background="#000000",
    surface="#000000",
    panel="#262626",
    dark=True,
    variables={
        "title": "#005f87",
        "text-title": "#ffffff",
        "field": "#00005f",
        "text-field": "#ffffff",
        "field-focus": "#00d7d7",
        "text-focus": "#000000",
        "text-quiet": "#b2b2b2",
        "text-unasked": "#9e9ebf",
        "text-ask": "#ffd75f",
        "text-bad": "#ff5f5f",
        "input-cursor-background": "#ffffff",
        "input-cursor-foreground": "#000000",
        "block-cursor-blurred-text-style": "none",
    },
)
