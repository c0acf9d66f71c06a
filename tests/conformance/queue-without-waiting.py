# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S54 S56
import asyncio


async def main():
    queue = asyncio.Queue(maxsize=1)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(type(error).__name__)
    queue.put_nowait("thing")
    try:
        queue.put_nowait("another")
    except asyncio.QueueFull as error:
        print(type(error).__name__)
    print(queue.get_nowait())
    queue.task_done()
    try:
        queue.task_done()
    except ValueError as error:
        print(type(error).__name__)
    await queue.join()
    print("nothing left to do")


asyncio.run(main())
