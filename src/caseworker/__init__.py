"""caseworker (乡镇社会救助窗口助手): the counter of a township's one-window social assistance, offline."""

__version__ = "0.1.0"
