# SPDX-License-Identifier: GPL-3.0-or-later
# requires: 3.13
"""Queues that shut down, at once and in the end."""
import asyncio


async def consume(queue):
    seen = []
    try:
        while True:
            seen.append(await queue.get())
            queue.task_done()
            await asyncio.sleep(0)
    except asyncio.QueueShutDown as error:
        return seen, type(error).__name__


async def main():
    for immediate in (False, True):
        queue = asyncio.Queue()
        for item in range(4):
            queue.put_nowait(item)
        task = asyncio.create_task(consume(queue))
        await asyncio.sleep(0)
        queue.shutdown(immediate)
        print(await task, queue.qsize())
        try:
            await queue.put(1)
        except asyncio.QueueShutDown as error:
            print(repr(error))
        await queue.join()


asyncio.run(main())
