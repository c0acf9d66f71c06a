# SPDX-License-Identifier: GPL-3.0-or-later
"""What __del__ still sees when the interpreter ends: modules, output, the loop."""
import asyncio
import sys


class Late:
    def __init__(self, task):
        self.task = task

    def __del__(self):
        print("late", self.task.done(), asyncio is not None, sys.meta_path is not None)
        sys.stdout.write("written late\n")


async def child():
    return 1


async def main():
    global late
    task = asyncio.create_task(child())
    await task
    late = Late(task)
    late.cycle = late


asyncio.run(main())
