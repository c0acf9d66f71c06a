# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S44
# requires: 3.13
import asyncio


async def child(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    tasks = [asyncio.create_task(child("A", 3)), asyncio.create_task(child("B", 1)),
             asyncio.create_task(child("C", 2))]
    iterator = asyncio.as_completed(tasks, timeout=9)
    async for task in iterator:
        print("first", task.result())
        break
    await asyncio.sleep(4)
    async for task in iterator:
        print("then", task.result())
    print("main ends")


asyncio.run(main())
