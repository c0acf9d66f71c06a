# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S52 S28
import asyncio


async def waiter(condition):
    async with condition:
        try:
            await condition.wait()
        finally:
            print("has the lock, though cancelled")


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(waiter(condition))
    await asyncio.sleep(1)
    async with condition:
        task.cancel()
        await asyncio.sleep(1)
        print("main leaves the lock")
    await asyncio.wait([task])
    print(task.cancelled(), condition.locked())


asyncio.run(main())
