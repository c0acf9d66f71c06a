# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S18 S45
import asyncio


async def child(name, seconds):
    await asyncio.sleep(seconds)
    print(name)
    return name


async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(child("A", 2))
        second = group.create_task(child("B", 1), name="b")
        print("the body ends")
    print(first.result(), second.result(), second.get_name())
    async with asyncio.TaskGroup() as group:
        print("an empty group")
    print("main ends")


asyncio.run(main())
