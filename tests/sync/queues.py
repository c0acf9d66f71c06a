# SPDX-License-Identifier: GPL-3.0-or-later
# Every function of jug-python-sync.h that has to do with queues, once.
import asyncio


async def sorter(box):
    try:
        while True:
            print("sorts", await box.get())
            box.task_done()
    except asyncio.QueueShutDown:
        print("closed", box.empty())


async def letters():
    box = asyncio.Queue(1)
    worker = asyncio.create_task(sorter(box))
    await box.put("a")
    await box.put("b")
    await box.put("c")
    await box.join()
    box.shutdown()
    await worker


async def numbers():
    pile = asyncio.LifoQueue()
    line = asyncio.PriorityQueue(3)
    for number in [2, 1, 3]:
        pile.put_nowait(number)
        line.put_nowait(number)
    print(pile.qsize(), pile.full(), line.full(), line.maxsize)
    try:
        line.put_nowait(0)
    except asyncio.QueueFull:
        print("full")
    while not pile.empty():
        print(pile.get_nowait(), line.get_nowait())
    try:
        pile.get_nowait()
    except asyncio.QueueEmpty:
        print("empty")


async def shut():
    queue = asyncio.Queue()
    queue.put_nowait("lost")
    queue.shutdown(immediate=True)
    try:
        await queue.put("late")
    except asyncio.QueueShutDown:
        print("shut", queue.qsize())
    try:
        queue.task_done()
    except ValueError:
        print("done already")


async def main():
    await letters()
    await numbers()
    await shut()


asyncio.run(main())
