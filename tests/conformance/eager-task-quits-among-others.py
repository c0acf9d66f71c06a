# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S22 S38 S39 S40 S44
# requires: 3.12
import asyncio


async def quits():
    print("quitting")
    raise SystemExit(1)


async def slow(number):
    await asyncio.sleep(number)
    print("slow", number)
    raise ValueError(number)


async def waits():
    try:
        await asyncio.shield(quits())
    except SystemExit:
        print("no shield was made")
    try:
        await asyncio.wait_for(quits(), 0)
    except SystemExit:
        print("wait_for raised it")


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    try:
        await asyncio.gather(slow(1), quits())
    except SystemExit:
        print("no gather was made, and", len(asyncio.all_tasks()), "tasks run")
    try:
        for step in asyncio.as_completed([slow(2), quits()]):
            await step
    except SystemExit:
        print("no iterator was made, and", len(asyncio.all_tasks()), "tasks run")
    await waits()
    await asyncio.sleep(3)
    print(len(asyncio.all_tasks()))


asyncio.run(main())
