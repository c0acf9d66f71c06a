# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S49 S55
import asyncio


async def getter(name, queue):
    print(name, "got", await queue.get())


async def main():
    queue = asyncio.Queue()
    first = asyncio.create_task(getter("A", queue))
    second = asyncio.create_task(getter("B", queue))
    await asyncio.sleep(1)
    queue.put_nowait("thing")
    first.cancel()
    await asyncio.wait([first, second], timeout=1)
    print(first.cancelled(), second.done())


asyncio.run(main())
