# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S54 S55
# order: not promised
import asyncio


async def worker(name, queue):
    while True:
        number = await queue.get()
        print(name, "got", number)
        await asyncio.sleep(1)


async def main():
    queue = asyncio.PriorityQueue()
    first = asyncio.create_task(worker("A", queue))
    second = asyncio.create_task(worker("B", queue))
    await asyncio.sleep(1)
    for number in [5, 3, 4, 1]:
        queue.put_nowait(number)
    await asyncio.sleep(3)
    first.cancel()
    second.cancel()


asyncio.run(main())
