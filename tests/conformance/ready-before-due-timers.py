# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S2 S3 S5
import asyncio
import time


def note(text):
    print(text)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(2, note, "timer due at 2")
    loop.call_later(1, note, "timer due at 1")
    loop.call_soon(note, "callback before the block")
    time.sleep(3)
    loop.call_soon(note, "callback after the block")
    await asyncio.sleep(0)
    print("main")
    await asyncio.sleep(0)


asyncio.run(main())
