"""Text for a Chinese terminal (文本): cells, pinyin initials, ID numbers, what a clerk types. A leaf."""
