# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of queue: order, bounds, join, errors, representations."""
import asyncio


async def consume(queue, seen):
    while True:
        seen.append(await queue.get())
        queue.task_done()


async def main():
    for make in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        queue, seen = make(2), []
        task = asyncio.create_task(consume(queue, seen))
        for item in (3, 1, 2, 5, 4):
            await queue.put(item)
        await queue.join()
        task.cancel()
        print(make.__name__, seen, queue.qsize(), queue.empty(), queue.full())
        print(str(queue).replace(hex(id(queue)), "address"))
        try:
            queue.get_nowait()
        except asyncio.QueueEmpty as error:
            print(repr(error))
        queue.put_nowait(1)
        queue.put_nowait(2)
        try:
            queue.put_nowait(3)
        except asyncio.QueueFull as error:
            print(repr(error))
        try:
            for _ in range(9):
                queue.task_done()
        except ValueError as error:
            print(error)


asyncio.run(main())
