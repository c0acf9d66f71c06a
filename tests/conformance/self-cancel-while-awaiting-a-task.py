# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S27 S30 S34
import asyncio


async def inner():
    try:
        await asyncio.sleep(5)
    finally:
        print("inner is cancelled")


async def outer():
    task = asyncio.create_task(inner())
    await asyncio.sleep(1)
    asyncio.current_task().cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("outer is cancelled")


async def main():
    await asyncio.create_task(outer())


asyncio.run(main())
