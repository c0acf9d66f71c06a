# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S18 S40
import asyncio


async def child(name, seconds):
    await asyncio.sleep(seconds)
    print(name)
    return name


async def main():
    print(await asyncio.gather(child("A", 3), child("B", 1), child("C", 2)))
    print(await asyncio.gather())
    task = asyncio.create_task(child("D", 1))
    print(await asyncio.gather(task, task, child("E", 0)))


asyncio.run(main())
