# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S14 S24
import asyncio

tasks = []


async def child():
    try:
        await asyncio.sleep(5)
    finally:
        print("child is cancelled at the end")


async def main():
    tasks.append(asyncio.create_task(child()))
    await asyncio.sleep(1)
    raise KeyError("main")


asyncio.run(main())
