# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S46
import asyncio


async def child(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "finished")


async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(child("A", 2))
        group.create_task(child("B", 3))
        await asyncio.sleep(1)
        first.cancel()
    print("no error", first.cancelled())


asyncio.run(main())
