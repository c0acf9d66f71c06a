# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S56
# order: not promised
import asyncio


async def worker(queue):
    while True:
        number = await queue.get()
        print("took", number, "empty is", queue.empty())
        await asyncio.sleep(1)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for number in range(3):
        queue.put_nowait(number)
    first = asyncio.create_task(worker(queue))
    second = asyncio.create_task(worker(queue))
    await queue.join()
    print("joined")
    first.cancel()
    second.cancel()
    await asyncio.wait([first, second])


asyncio.run(main())
