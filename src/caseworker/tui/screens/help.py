"""F1: the field under the cursor first, then what this screen is for, then its keys, all from the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caseworker.tui import commands
from caseworker.tui.hints import choice_line
from caseworker.tui.widgets.editor import Editor
from caseworker.tui.widgets.item_picker import ItemPicker

if TYPE_CHECKING:
    from textual.widget import Widget

PURPOSE = {
    commands.QUEUE: [
        "工作台：所有案卷按办结期限排，草稿在最前面。上下选，Enter 打开；F2 新建；F3 查找。",
        "查找可以键入编号、姓名、姓名的拼音首字母、身份证尾号或村名。",
    ],
    commands.CASE: [
        "草稿：家里说什么就填什么，随时看结论。每一项离开时自动保存，停电最多丢正在打的那一项。",
        "每一项有三种回答：未问（空着）、问过没有（无、0、否）、有。没问过的不会当作没有。",
        "下一问是最能决定结论的问题，Ctrl+G 跳到那一项。都清楚了按 F5 受理。",
        "拼音输入法开着也行：重要的事都在功能键、Ctrl、方向键和数字上。Enter 只往下走，从不提交。",
    ],
    commands.CLOSED: [
        "已受理的案卷：事实和结论已经固定，这里只看。F4 看结论和理由，F7 写审核记录，F8 看材料与时限。",
    ],
}
_TYPING = [
    "金额可写 1200、1,200、1.2万、１２００；日期可写 20260305、2026.3.5、2026年3月5日。全角数字也行。",
    "选项：按编号数字、拼音首字母或汉字；左右键轮换；空格列出全部；Delete 回到未问。",
]


_LAWS = {
    "低保办法": "最低生活保障审核确认办法（民发〔2021〕57号）",
    "特困办法": "特困人员认定办法（民发〔2021〕43号）",
    "刚性支出办法": "刚性支出困难家庭认定办法（民政部 2024年）",
    "民发〔2018〕23号": "关于进一步加强和改进临时救助工作的意见（民发〔2018〕23号）",
}


def law_text(law: str) -> str:
    """A short reference with the full names of the documents it means."""
    full = [name for short, name in _LAWS.items() if short in law]
    return law + (f"：{'；'.join(full)}" if full else "")


def help_lines(kind: str, here: Widget | None) -> list[str]:
    """The page for a screen and the field under its cursor."""
    lines = [*_field(here), "# 这个界面", *PURPOSE.get(kind, [])]
    if kind == commands.CASE:
        lines += ["# 怎么填", *_TYPING]
    lines.append("# 键")
    for command in commands.on_screen(kind):
        keys = " 或 ".join(commands.key_name(key) for key in command.keys.split(","))
        lines.append(f"{keys}  {command.title}：{command.help}")
    return lines


def _field(here: Widget | None) -> list[str]:
    if isinstance(here, Editor):
        lines = [f"# {here.spec.label}", here.spec.help]
        if here.spec.law:
            lines.append(f"依据：{law_text(here.spec.law)}")
        return [*lines, choice_line(here.widget, 400)]
    if isinstance(here, ItemPicker):
        return [f"# {here.group.title}", here.group.help, f"依据：{law_text(here.group.law)}"]
    return []
