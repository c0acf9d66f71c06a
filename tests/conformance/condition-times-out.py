# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S35 S52
import asyncio


async def impatient(condition):
    async with condition:
        try:
            async with asyncio.timeout(1):
                await condition.wait()
        except TimeoutError:
            print("timed out, with the lock:", condition.locked())


async def other(condition):
    async with condition:
        await asyncio.sleep(3)
        print("the other leaves")


async def main():
    condition = asyncio.Condition()
    first = asyncio.create_task(impatient(condition))
    second = asyncio.create_task(other(condition))
    await asyncio.wait([first, second])
    print(condition.locked())


asyncio.run(main())
