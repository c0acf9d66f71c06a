# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S44
# requires: 3.13
import asyncio


async def child(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    tasks = [asyncio.create_task(child("A", 2)), asyncio.create_task(child("B", 1))]
    await asyncio.sleep(1.5)
    async for task in asyncio.as_completed(tasks):
        print(task.result(), task is tasks[0])


asyncio.run(main())
