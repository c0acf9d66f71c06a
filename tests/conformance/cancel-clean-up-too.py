# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S27 S28 S32
import asyncio


async def child():
    try:
        await asyncio.sleep(5)
    finally:
        try:
            await asyncio.sleep(5)
        finally:
            print("even the clean-up was cancelled")


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), task.cancelling())


asyncio.run(main())
