#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Play the scenes and programs beside this file with CPython's asyncio.

    scenes.py check [--python PYTHON] [FILE...]     compare with what the files say
    scenes.py write [--python PYTHON] [FILE...]     write what CPython does into them

FILE is a file of scenes (jug-sync-scene.h says what a scene is) or the event log of a
program.  Each is played by PYTHON (this interpreter, if none is named) under the shim,
with virtual time.
"""

import argparse
import asyncio
import concurrent.futures
import difflib
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "shim"))
import feed                         # noqa: E402

NEEDED = (3, 13)                    # the first that has Queue.shutdown
SKIP = 77                           # what meson takes for a skipped test

KINDS = {
    "lock": asyncio.Lock, "event": asyncio.Event, "condition": asyncio.Condition,
    "semaphore": asyncio.Semaphore, "bounded": asyncio.BoundedSemaphore,
    "barrier": asyncio.Barrier, "queue": asyncio.Queue,
    "lifo": asyncio.LifoQueue, "priority": asyncio.PriorityQueue,
}


class Scene:
    """A stage, its actors with what they do, and the log of what comes of it."""

    def __init__(self, name, lines):
        self.name = name
        self.stage = lines[0].split()
        self.actors = [line.split(": ") for line in lines[1:lines.index("--")]]
        self.log = lines[lines.index("--") + 1:]

    def text(self, log):
        actors = "".join(f"{name}: {does}\n" for name, does in self.actors)
        return f"== {self.name}\n{' '.join(self.stage)}\n{actors}--\n{''.join(log)}"


def read(path):
    """What stands before the first scene of a file, and its scenes."""
    head, *parts = re.split(r"^== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    scenes = []
    for part in parts:
        name, *lines = part.rstrip("\n").split("\n")
        scenes.append(Scene(name, lines))
    return head, scenes


# --- Playing a scene, as the program that the shim runs ---------------------------------

class Player:
    def __init__(self, scene):
        kind, *numbers = scene.stage
        self.scene = scene
        self.flag = False
        self.tasks = {}
        self.thing = KINDS[kind](*map(int, numbers))

    def do(self, verb, argument):
        """Do one thing; what it gives, to be awaited if it is a coroutine."""
        thing = self.thing
        if verb == "yield":
            return asyncio.sleep(0)
        if verb == "sleep":
            return asyncio.sleep(int(argument))
        if verb == "cancel":
            self.tasks[argument].cancel()
        elif verb == "flag":
            self.flag = True
        elif verb == "wait_for":
            return thing.wait_for(lambda: self.flag)
        elif verb == "notify":
            thing.notify(int(argument))
        elif verb == "shutdown_now":
            thing.shutdown(immediate=True)
        elif verb in ("n_waiting", "broken"):
            return getattr(thing, verb)
        elif argument:
            return getattr(thing, verb)(
                float(argument) if "." in argument else int(argument))
        else:
            return getattr(thing, verb)()

    async def act(self, does):
        for word in does.split():
            verb, _, argument = word.rstrip("?").partition(":")
            try:
                result = self.do(verb, argument)
                if asyncio.iscoroutine(result):
                    result = await result
                    if result is not None and result is not True:
                        print(verb, result)
                    elif verb not in ("yield", "sleep"):
                        print(verb)
                elif result is not None:
                    print(verb, result)
            except BaseException as error:
                if not word.endswith("?"):
                    raise
                print(verb, type(error).__name__)

    async def main(self):
        for name, does in self.scene.actors:
            coroutine = self.act(does)
            coroutine.__name__ = name
            self.tasks[name] = asyncio.create_task(coroutine)
        await asyncio.gather(*self.tasks.values(), return_exceptions=True)


def play(path, name):
    scene = next(each for each in read(pathlib.Path(path))[1] if each.name == name)

    async def main():
        await Player(scene).main()
    asyncio.run(main())


# --- Comparing --------------------------------------------------------------------------

def run(python, *arguments):
    """The event log that @python gives, as lines."""
    return feed.log_of(arguments, python).decode().splitlines(keepends=True)


def run_scene(python, path, scene):
    """A scene's log: without times, and without the lines about main."""
    return [re.sub(r"(?<=[A-Z])-1\b", "", line.split(" ", 1)[1])
            for line in run(python, __file__, "play", str(path), scene.name)
            if "main-1" not in line]


def differs(stored, log, name, write):
    """Whether two logs differ; how is printed, unless the one is to replace the other."""
    if stored == log:
        return False
    if not write:
        sys.stdout.writelines(difflib.unified_diff(stored, log, name, "CPython"))
    return True


def compare_program(python, path, write):
    """Compare or write a program's log; that it is one, and whether it differs."""
    log = run(python, str(path.with_suffix(".py")))
    stored = path.read_text(encoding="utf-8").splitlines(keepends=True)
    differing = differs(stored, log, path.name, write)
    if write and differing:
        path.write_text("".join(log), encoding="utf-8")
    return 1, differing


def compare_scenes(python, path, write):
    """Compare or write the logs of scenes; how many there are, and how many differ."""
    head, scenes = read(path)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        logs = list(pool.map(lambda scene: run_scene(python, path, scene), scenes))
    differing = sum(
        differs([line + "\n" for line in scene.log if line], log,
                f"{path.name}: {scene.name}", write)
        for scene, log in zip(scenes, logs))
    if write and differing:
        texts = [scene.text(log) for scene, log in zip(scenes, logs)]
        path.write_text(head + "\n".join(texts), encoding="utf-8")
    return len(scenes), differing


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("action", choices=["check", "write"])
    parser.add_argument("--python", default=sys.executable, metavar="PYTHON",
                        help="the interpreter whose scheduling counts")
    parser.add_argument("files", nargs="*", type=pathlib.Path, metavar="FILE")
    options = parser.parse_intermixed_args()
    version = subprocess.run(
        [options.python, "-c", "import platform; print(platform.python_version())"],
        capture_output=True, text=True, check=True).stdout.strip()
    if tuple(map(int, version.split(".")[:2])) < NEEDED:
        needed = ".".join(map(str, NEEDED))
        print(f"skipped: scenes need Python {needed}, {options.python} is {version}")
        return SKIP

    total = wrong = 0
    files = options.files or [*HERE.glob("*.scenes"), *HERE.glob("*.events")]
    for path in sorted(files):
        compare = compare_program if path.suffix == ".events" else compare_scenes
        count, differing = compare(options.python, path, options.action == "write")
        total, wrong = total + count, wrong + differing
    done = "differ" if options.action == "check" else "written"
    print(f"CPython {version}: {total} scenes and programs, {wrong} {done}")
    return 1 if wrong and options.action == "check" else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["play"]:
        play(*sys.argv[2:])
    else:
        sys.exit(main())
