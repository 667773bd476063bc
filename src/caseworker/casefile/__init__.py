"""The life of a case (案卷): clocks in working days, the papers checklist, its number. Pure: days are arguments."""
