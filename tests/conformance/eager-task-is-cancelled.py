# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S22 S27 S30
# requires: 3.12
import asyncio


async def sleeper():
    try:
        await asyncio.sleep(5)
    finally:
        print("sleeper cancelled")


async def selfish():
    asyncio.current_task().cancel()
    print("cancelled itself")
    await asyncio.sleep(0)


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    first = asyncio.create_task(sleeper())
    first.cancel()
    second = asyncio.create_task(selfish())
    await asyncio.wait([first, second])
    print(first.cancelled(), second.cancelled())


asyncio.run(main())
