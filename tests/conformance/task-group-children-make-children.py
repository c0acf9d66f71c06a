# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S13 S45
# order: not promised
import asyncio


async def hydra(group, depth):
    await asyncio.sleep(1)
    print("depth", depth)
    if depth < 3:
        group.create_task(hydra(group, depth + 1))
        group.create_task(hydra(group, depth + 1))


async def hercules():
    await asyncio.sleep(2.5)
    raise ValueError("enough")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(hydra(group, 2))
    print("all of them")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(hydra(group, 1))
            group.create_task(hercules())
    except ExceptionGroup as error:
        print(len(error.exceptions))


asyncio.run(main())
