# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S56
# requires: 3.13
# order: not promised
import asyncio


async def consumer(name, queue):
    try:
        while True:
            print(name, "got", await queue.get())
            await asyncio.sleep(1)
            queue.task_done()
    except asyncio.QueueShutDown as error:
        print(name, "ends with", type(error).__name__)


async def main():
    queue = asyncio.Queue()
    for number in range(3):
        queue.put_nowait(number)
    first = asyncio.create_task(consumer("A", queue))
    second = asyncio.create_task(consumer("B", queue))
    await asyncio.sleep(0.5)
    queue.shutdown()
    try:
        await queue.put("late")
    except asyncio.QueueShutDown:
        print("nothing more can be put")
    await asyncio.gather(first, second)
    await queue.join()


asyncio.run(main())
