# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S18
import asyncio


async def child():
    await asyncio.sleep(1)


async def awaiter(task):
    await task
    print("awaiter")


async def gatherer(task):
    await asyncio.gather(task)
    print("gatherer")


async def waiter(task):
    await asyncio.wait([task])
    print("waiter")


async def main():
    task = asyncio.create_task(child())
    await asyncio.gather(waiter(task), gatherer(task), awaiter(task))


asyncio.run(main())
