"""Two programs on one database, and a program that dies: no case is lost, none is there twice."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from store_made import DAY, accept, household, numbers, rows

from caseworker.store import Store, open_store

_HEAD = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from store_made import accept, household
from caseworker.store import open_store
"""
# Both wait for the line on standard input, so that they open the new file at the same moment.
_TAKE_IN = f"""{_HEAD}
path, own = sys.argv[1:]
print("ready", flush=True)
sys.stdin.readline()
with open_store(path, busy_ms=60000) as store:
    for index in range(30):
        accept(store, household(reference=f"shared-{{index}}"))
        accept(store, household(reference=f"{{own}}-{{index}}"))
        accept(store, household(note=own))
"""
_DIE = f"""{_HEAD}
import os
store = open_store(sys.argv[1])
accept(store, household(reference="kept"))
with store.transaction():
    accept(store, household(reference="lost"))
    os._exit(9)
"""


def _start(code: str, *words: str) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", code, *words], stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def test_two_programs_that_take_in_at_once_lose_and_double_nothing(path: Path) -> None:
    programs = [_start(_TAKE_IN, str(path), own) for own in ("left", "right")]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    for program in programs:
        _, errors = program.communicate(timeout=120)
        assert (program.returncode, errors) == (0, "")
    expected = {f"{own}-{index}" for own in ("shared", "left", "right") for index in range(30)}
    with open_store(path) as store:
        found = [reference for (reference,) in rows(path, "SELECT reference FROM cases")]
        assert sorted(filter(None, found)) == sorted(expected)
        assert len(found) == 150
        serials = [serial for (serial,) in rows(path, "SELECT serial FROM cases ORDER BY serial")]
        assert serials == list(range(1, 151))
        assert (store.verify_log(), store.verify_cases(), len(store.log())) == (None, [], 150)


def test_a_program_that_dies_in_the_middle_leaves_whole_cases_only(path: Path) -> None:
    assert _start(_DIE, str(path)).wait(60) == 9
    with open_store(path) as store:
        assert [row.reference for row in store.queue(today=DAY).rows] == ["kept"]
        assert accept(store, household(reference="next")).number == "2026-0002"
        assert (store.verify_log(), store.verify_cases()) == (None, [])


def test_threads_of_one_program_may_share_the_store(store: Store) -> None:
    failures: list[BaseException] = []

    def take_in(own: str) -> None:
        try:
            for index in range(15):
                accept(store, household(reference=f"{own}-{index}"))
                with store.transaction():
                    accept(store, household(reference=f"shared-{index}"))
                store.queue("示例", today=DAY)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=take_in, args=(own,)) for own in ("left", "right")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(numbers(store)) == 45
    assert store.verify_log() is None


def test_a_reader_sees_only_what_is_finished(store: Store, path: Path) -> None:
    with open_store(path) as reader, store.transaction():
        accept(store)
        assert numbers(store) == ["2026-0001"]
        assert numbers(reader) == []
        assert reader.log() == []
