# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S24 S33
import asyncio

tasks = []


async def stubborn(event):
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print("waits for what never comes")
        await event.wait()


async def main():
    tasks.append(asyncio.create_task(stubborn(asyncio.Event())))
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
