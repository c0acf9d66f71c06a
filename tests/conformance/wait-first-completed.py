# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S43
# order: not promised
import asyncio


async def child(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    pending = [asyncio.create_task(child("A", 3)), asyncio.create_task(child("B", 1)),
               asyncio.create_task(child("C", 1))]
    while pending:
        done, pending = await asyncio.wait(
            pending, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            print(task.result())
        print("left:", len(pending))


asyncio.run(main())
