# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S24
import asyncio


async def late():
    print("late begins")
    await asyncio.sleep(9)
    print("late ends")


async def cleans_up():
    try:
        await asyncio.sleep(9)
    finally:
        asyncio.create_task(late())
        await asyncio.sleep(0)
        print("cleaned up")


async def main():
    asyncio.create_task(cleans_up())
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
print("nobody cancelled late")
