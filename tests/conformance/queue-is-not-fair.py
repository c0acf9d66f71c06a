# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S55
import asyncio


async def getter(name, queue):
    print(name, "got", await queue.get())


async def main():
    queue = asyncio.Queue()
    first = asyncio.create_task(getter("A", queue))
    second = asyncio.create_task(getter("B", queue))
    await asyncio.sleep(1)
    queue.put_nowait(1)
    print("main takes", queue.get_nowait())
    await asyncio.sleep(1)
    queue.put_nowait(2)
    await asyncio.sleep(1)
    queue.put_nowait(3)
    await asyncio.gather(first, second)


asyncio.run(main())
