# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S49 S52
# requires: 3.13
import asyncio


async def waiter(name, condition):
    async with condition:
        await condition.wait()
        print(name, "was notified")


async def main():
    condition = asyncio.Condition()
    first = asyncio.create_task(waiter("A", condition))
    second = asyncio.create_task(waiter("B", condition))
    await asyncio.sleep(1)
    async with condition:
        condition.notify()
        first.cancel()
    await asyncio.wait([first, second])
    print(first.cancelled(), second.cancelled())


asyncio.run(main())
