# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S18 S22 S40 S45
# requires: 3.13.2 (before, a group forgot a child that finished at once)
import asyncio


async def quick(number):
    print("quick", number)
    return number


async def slow(number):
    await asyncio.sleep(1)
    print("slow", number)
    return number


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    print(await asyncio.gather(quick(1), quick(2)))
    print(await asyncio.gather(quick(3), slow(4)))
    async with asyncio.TaskGroup() as group:
        first = group.create_task(quick(5))
        second = group.create_task(slow(6))
        print("in the body", first.done(), second.done())
    print(first.result(), second.result())


asyncio.run(main())
