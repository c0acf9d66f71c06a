# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S54 S56
import asyncio


async def producer(queue):
    for number in range(5):
        await queue.put(number)
        print("put", number, "size", queue.qsize())


async def consumer(queue):
    while True:
        number = await queue.get()
        await asyncio.sleep(1)
        print("done", number)
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    consuming = asyncio.create_task(consumer(queue))
    await producer(queue)
    print("producer finished")
    await queue.join()
    print("all done")
    consuming.cancel()


asyncio.run(main())
