# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S44
import asyncio


async def child(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    tasks = [asyncio.create_task(child("A", 2)), asyncio.create_task(child("B", 1))]
    waits = list(asyncio.as_completed(tasks, timeout=5))
    print(await asyncio.gather(waits[1], waits[0]))
    await asyncio.sleep(9)


asyncio.run(main())
