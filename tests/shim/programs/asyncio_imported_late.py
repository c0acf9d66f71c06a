# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that imports asyncio only inside a function, and parts of it by name."""
import sys


def work():
    from asyncio import create_task, gather, run, sleep
    from asyncio.tasks import Task

    async def child(number):
        await sleep(0)
        return number

    async def main():
        task = create_task(child(1))
        print(isinstance(task, Task), await gather(task, child(2)))

    run(main())


if __name__ == "__main__":
    work()
    import importlib
    import asyncio
    print(sys.modules["asyncio"] is asyncio, importlib.import_module("asyncio") is asyncio)
