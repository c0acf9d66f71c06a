# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S45 S27
# order: not promised
import asyncio


async def child(name):
    try:
        await asyncio.sleep(5)
    finally:
        print(name, "cancelled")


async def outer():
    async with asyncio.TaskGroup() as group:
        group.create_task(child("A"))
        group.create_task(child("B"))
    print("never")


async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
