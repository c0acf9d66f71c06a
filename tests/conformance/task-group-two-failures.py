# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S46
# order: not promised
import asyncio


async def fails(name):
    await asyncio.sleep(1)
    print(name, "fails")
    raise ValueError(name)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails("A"))
            group.create_task(fails("B"))
    except ExceptionGroup as error:
        print(len(error.exceptions), error.exceptions[0].args[0],
              error.exceptions[1].args[0])


asyncio.run(main())
