# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S50
import asyncio


async def main():
    semaphore = asyncio.BoundedSemaphore(1)
    await semaphore.acquire()
    print(semaphore.locked())
    semaphore.release()
    try:
        semaphore.release()
    except ValueError as error:
        print(type(error).__name__, semaphore.locked())
    async with semaphore:
        print("still one permit", semaphore.locked())


asyncio.run(main())
