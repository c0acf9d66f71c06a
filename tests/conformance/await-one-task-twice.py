# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S16 S21
import asyncio


async def child():
    await asyncio.sleep(1)
    return "value"


async def reader(name, task):
    print(name, await task)


async def main():
    task = asyncio.create_task(child())
    await asyncio.gather(reader("A", task), reader("B", task))
    print("main", await task)
    print("main", await task)


asyncio.run(main())
