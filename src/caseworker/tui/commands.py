"""Everything the clerk can ask for, once: keys, words and help for the bindings, the footer, the menu and F1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.binding import Binding

QUEUE, CASE, CLOSED = "queue", "case", "closed"
"""The workbench; a draft being typed; a case that was accepted and is only read."""
ANYWHERE = frozenset({QUEUE, CASE, CLOSED})


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do: the action of that name on the screen or the app, its keys, words and pinyin initials."""

    id: str
    keys: str
    label: str
    title: str
    help: str
    initials: str
    screens: frozenset[str]
    footer: bool = True

    @property
    def key_text(self) -> str:
        """The first key as it is printed on the keyboard."""
        return key_name(self.keys.split(",")[0])


def _command(
    ident: str, keys: str, label: str, title: str, help_text: str, initials: str, screens: str = "", footer: bool = True
) -> Command:
    where = frozenset(screens.split()) if screens else ANYWHERE
    return Command(ident, keys, label, title, help_text, initials, where, footer)


COMMANDS: tuple[Command, ...] = (
    _command("help", "f1", "帮助", "帮助", "这一项要填什么、依据哪条、有哪些键", "bz"),
    _command("new", "f2", "新建", "新建申请", "开始一户新的申请，已填的都在草稿里", "xjsq"),
    _command("find", "f3", "查找", "查找案卷", "到工作台按编号、姓名、拼音首字母、身份证尾号、村查找", "czaj"),
    _command("conclusions", "f4", "结论", "看结论", "各项目能不能得、多少钱、为什么、还缺什么", "kjl", "case closed"),
    _command("accept", "f5", "受理", "受理申请", "核对后受理，给出编号和时限", "slsq", "case"),
    _command(
        "panel", "f6", "换栏", "换下一栏", "申请、成员、收支、财产、赡养人、困难医疗轮着换", "hxyl", "case closed"
    ),
    _command("record", "f7", "文书", "写审核记录", "把审核记录写成文档，并告诉存在哪里", "xshjl", "queue closed"),
    _command("papers", "f8", "材料", "材料与时限", "要交哪些材料，已受理的还有法定时限", "clysx", "case closed"),
    _command("menu", "f9,ctrl+p", "菜单", "菜单", "列出所有能做的事，可用拼音首字母找", "cd"),
    _command("back", "escape", "返回", "返回工作台", "已填的都已保存", "fhgzt", "case closed"),
    _command(
        "next_question", "ctrl+g", "下一问", "跳到下一个问题", "跳到最能决定结论的那一项", "tdxygwt", "case", False
    ),
    _command("add_item", "ctrl+n", "加一项", "加一人或一笔", "在光标所在的表里加一项", "jyrhyb", "case", False),
    _command("drop_item", "ctrl+d", "删一项", "删去这一人或一笔", "删前会再问一次", "sqzyrhyb", "case", False),
    _command("next_item", "pagedown", "下一人", "下一人或下一笔", "换到表里的下一项", "xyrhxyb", "case closed", False),
    _command(
        "previous_item", "pageup", "上一人", "上一人或上一笔", "换到表里的上一项", "syrhsyb", "case closed", False
    ),
    _command("next_panel", "ctrl+right", "后栏", "后一栏", "换到后一栏", "hyl", "case closed", False),
    _command("previous_panel", "ctrl+left", "前栏", "前一栏", "换到前一栏", "qyl", "case closed", False),
    _command("save", "ctrl+s", "保存", "马上保存", "每项离开时已自动保存，这里再存一次", "msbc", "case", False),
    _command("drop_draft", "ctrl+d", "删草稿", "删去这份草稿", "只删草稿，删前会再问一次", "sqzfcg", "queue", False),
    _command("quit", "ctrl+q", "退出", "退出", "已填的都在，下次接着办", "tc"),
)
BY_ID = {command.id: command for command in COMMANDS}


def on_screen(screen: str) -> list[Command]:
    """The commands of a screen, in the order of the registry."""
    return [command for command in COMMANDS if screen in command.screens]


def footer(screen: str) -> list[Command]:
    """What the bottom line shows for a screen."""
    return [command for command in on_screen(screen) if command.footer]


def find(screen: str, typed: str) -> list[Command]:
    """The commands of a screen whose title holds what was typed, or whose pinyin initials do; best match first."""
    key = typed.strip().lower()
    listed = [command for command in on_screen(screen) if command.id != "menu"]
    found = [c for c in listed if key in c.title or key in c.initials or key in c.keys]
    return sorted(found, key=lambda c: not (c.title.startswith(key) or c.initials.startswith(key)))


def key_name(key: str) -> str:
    """`ctrl+p` → Ctrl+P, `pagedown` → PgDn, as keyboards are labelled."""
    names = {"pagedown": "PgDn", "pageup": "PgUp", "escape": "Esc", "right": "右", "left": "左"}
    return "+".join(names.get(part, part.capitalize()) for part in key.split("+"))


def bindings(*screens: str) -> list[Binding]:
    """Textual bindings of what belongs to these screens; they win over what a text field does with the same key."""
    return _bound({c.id: c for name in screens for c in on_screen(name) if c.screens != ANYWHERE})


def app_bindings() -> list[Binding]:
    """Textual bindings of what can be done on every screen."""
    return _bound({c.id: c for c in COMMANDS if c.screens == ANYWHERE})


def _bound(wanted: dict[str, Command]) -> list[Binding]:
    from textual.binding import Binding  # the registry itself is also read without a screen, for the manual

    return [
        # A list under the cursor turns its own pages first.
        Binding(c.keys, c.id, c.label, show=False, priority=not c.keys.startswith("page"), id=c.id)
        for c in wanted.values()
    ]
