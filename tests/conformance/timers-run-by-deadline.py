# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S5
import asyncio


def note(text):
    loop = asyncio.get_running_loop()
    print(text, "at", int(loop.time() * 10))


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    loop.call_later(3, note, "three")
    loop.call_at(start + 1, note, "one")
    loop.call_later(2, note, "two")
    loop.call_later(0, note, "zero")
    loop.call_at(start - 5, note, "long ago")
    handle = loop.call_at(start + 1.5, note, "one and a half")
    print("armed", handle.when() == start + 1.5)
    await asyncio.sleep(4)


asyncio.run(main())
