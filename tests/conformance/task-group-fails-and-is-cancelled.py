# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S27 S45 S46
# requires: 3.13 (before, the request that came from outside was lost)
import asyncio


async def fails():
    await asyncio.sleep(0)
    raise ValueError("child")


async def inner():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            await asyncio.sleep(9)
    except ExceptionGroup as error:
        print("the group failed:", len(error.exceptions))
    print("requests:", asyncio.current_task().cancelling())
    await asyncio.sleep(9)
    print("never")


async def main():
    task = asyncio.create_task(inner())
    for _ in range(4):
        await asyncio.sleep(0)
    print("requests:", task.cancelling())
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), task.cancelling())


asyncio.run(main())
