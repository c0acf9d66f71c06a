# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S41 S45
import asyncio


async def fails(name):
    raise ValueError(name)


async def groups(name):
    async with asyncio.TaskGroup() as group:
        group.create_task(fails(name))


async def waits():
    await asyncio.sleep(5)


async def main():
    waiting = asyncio.create_task(waits())
    asyncio.get_running_loop().call_later(1, waiting.cancel)
    print(await asyncio.gather(fails("A"), groups("B"), waiting, return_exceptions=True))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(groups("C"))
            await asyncio.sleep(5)
    except ExceptionGroup as error:
        print(repr(error))
        print(error)
    try:
        await waiting
    except asyncio.CancelledError as error:
        print(repr(error))


asyncio.run(main())
