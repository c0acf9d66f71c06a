# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S45 S27
import asyncio


async def child(name):
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(1)
        print(name, "cleaned up")


async def outer():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child("A"))
            await child("the body")
    except asyncio.CancelledError:
        print("outer cancelled, requests:", asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
