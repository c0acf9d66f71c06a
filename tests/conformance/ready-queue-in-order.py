# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S1 S10 S13
import asyncio


def note(text):
    print(text)


async def child(name):
    print("child", name)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(note, "callback 1")
    first = asyncio.create_task(child("A"))
    loop.call_soon(note, "callback 2")
    second = asyncio.create_task(child("B"))
    loop.call_soon_threadsafe(note, "callback 3")
    print("main keeps running")
    await first
    await second


asyncio.run(main())
