# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S54
import asyncio


async def other():
    print("other runs")


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(other())
    for number in range(5):
        await queue.put(number)
    print("size", queue.qsize(), await queue.get(), await queue.get())
    print("nobody ran in between")
    await task
    print(queue.empty(), queue.full(), queue.maxsize)


asyncio.run(main())
