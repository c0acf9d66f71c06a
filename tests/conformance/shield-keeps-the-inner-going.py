# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S39
import asyncio


async def inner():
    await asyncio.sleep(3)
    print("inner finished")
    return "value"


async def outer(task):
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        print("outer cancelled")
        raise


async def main():
    task = asyncio.create_task(inner())
    waiting = asyncio.create_task(outer(task))
    await asyncio.sleep(1)
    waiting.cancel()
    await asyncio.wait([waiting])
    print(waiting.cancelled(), task.cancelled())
    print(await asyncio.shield(task))
    print(await asyncio.shield(task))


asyncio.run(main())
