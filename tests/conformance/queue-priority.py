# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S54
import asyncio


async def main():
    queue = asyncio.PriorityQueue()
    for number in [3, 1, 2, 1, 0]:
        await queue.put(number)
    got = []
    while not queue.empty():
        got.append(await queue.get())
    print(got)
    stack = asyncio.LifoQueue(maxsize=3)
    for number in [1, 2, 3]:
        await stack.put(number)
    print(stack.full(), await stack.get(), await stack.get(), await stack.get())


asyncio.run(main())
