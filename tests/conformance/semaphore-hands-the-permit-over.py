# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S48 S50
import asyncio


async def waiter(name, semaphore):
    await semaphore.acquire()
    print(name, "has a permit")


async def main():
    semaphore = asyncio.Semaphore(0)
    first = asyncio.create_task(waiter("A", semaphore))
    await asyncio.sleep(1)
    semaphore.release()
    print("released, locked is", semaphore.locked())
    second = asyncio.create_task(waiter("B", semaphore))
    await first
    semaphore.release()
    semaphore.release()
    await second
    print("one too many, locked is", semaphore.locked())


asyncio.run(main())
