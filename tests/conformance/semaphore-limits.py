# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S50
# order: not promised
import asyncio


async def user(name, semaphore):
    async with semaphore:
        print(name, "in")
        await asyncio.sleep(1)
        print(name, "out")


async def main():
    semaphore = asyncio.Semaphore(2)
    print(semaphore.locked())
    await asyncio.gather(user("A", semaphore), user("B", semaphore),
                         user("C", semaphore), user("D", semaphore))
    print(semaphore.locked())


asyncio.run(main())
