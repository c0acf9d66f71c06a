# SPDX-License-Identifier: GPL-3.0-or-later
"""task.print_stack, get_stack and get_coro of tasks that wait, run and have failed."""
import asyncio
import sys


async def inner():
    await asyncio.sleep(30)


async def outer():
    await inner()


async def fails():
    raise ValueError("in a task")


async def main():
    waiting = asyncio.create_task(outer(), name="waiting")
    failed = asyncio.create_task(fails(), name="failed")
    fresh = asyncio.create_task(inner(), name="fresh")
    fresh.print_stack(file=sys.stdout)
    await asyncio.wait([failed])
    for task in (waiting, failed, asyncio.current_task()):
        task.print_stack(file=sys.stdout)
        print([frame.f_code.co_name for frame in task.get_stack(limit=2)])
    coroutine = waiting.get_coro()
    while coroutine is not None:
        print(type(coroutine).__name__, getattr(coroutine, "__qualname__", None))
        coroutine = getattr(coroutine, "cr_await", None)
    waiting.cancel()
    fresh.cancel()


asyncio.run(main())
