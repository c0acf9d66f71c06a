# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S30 S15
import asyncio


async def sleeper():
    asyncio.current_task().cancel()
    print("cancelled itself")
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("at the sleep")


async def yielder():
    asyncio.current_task().cancel()
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print("at the bare yield")


async def main():
    await asyncio.create_task(sleeper())
    await asyncio.create_task(yielder())


asyncio.run(main())
