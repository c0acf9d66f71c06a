# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S52
import asyncio


async def waiter(name, condition):
    async with condition:
        print(name, "waits")
        await condition.wait()
        print(name, "has the lock again")
        await asyncio.sleep(1)


async def main():
    condition = asyncio.Condition()
    tasks = []
    for name in ["A", "B", "C"]:
        tasks.append(asyncio.create_task(waiter(name, condition)))
    await asyncio.sleep(1)
    async with condition:
        condition.notify(2)
        print("notified two, locked is", condition.locked())
        await asyncio.sleep(1)
        print("main leaves")
    await asyncio.sleep(3)
    async with condition:
        condition.notify_all()
    await asyncio.gather(*tasks)


asyncio.run(main())
