# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S49 S50
import asyncio


async def waiter(name, semaphore):
    async with semaphore:
        print(name, "has a permit")


async def main():
    semaphore = asyncio.Semaphore(0)
    first = asyncio.create_task(waiter("A", semaphore))
    second = asyncio.create_task(waiter("B", semaphore))
    await asyncio.sleep(1)
    semaphore.release()
    first.cancel()
    await asyncio.wait([first, second])
    print(first.cancelled(), second.cancelled(), semaphore.locked())


asyncio.run(main())
