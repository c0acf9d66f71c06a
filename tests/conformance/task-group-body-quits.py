# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S8 S45 S46
import asyncio


async def child():
    try:
        await asyncio.sleep(5)
    finally:
        print("child is cancelled")
        await asyncio.sleep(1)
        print("child has cleaned up")


async def fails():
    await asyncio.sleep(1)
    raise ValueError("nobody hears of it")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(child())
        group.create_task(fails())
        try:
            await asyncio.sleep(9)
        finally:
            raise SystemExit(0)


asyncio.run(main())
