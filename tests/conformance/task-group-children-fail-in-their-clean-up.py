# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S45 S46
# requires: 3.13 (before, a group that failed forgot that it had been cancelled)
# order: not promised
import asyncio


async def child(name):
    try:
        await asyncio.sleep(9)
    finally:
        raise ValueError(name)


async def outer():
    async with asyncio.TaskGroup() as around:
        around.create_task(asyncio.sleep(9))
        async with asyncio.TaskGroup() as group:
            group.create_task(child("A"))
            group.create_task(child("B"))
            await asyncio.sleep(9)


async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except ExceptionGroup as error:
        group = error.exceptions[0]
        print(len(error.exceptions), type(group).__name__, len(group.exceptions))
    print(task.cancelled(), task.cancelling())


asyncio.run(main())
