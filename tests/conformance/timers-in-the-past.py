# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S2 S5
import asyncio


def note(text):
    print(text)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(-1, note, "a second late")
    loop.call_later(-2, note, "two seconds late")
    loop.call_soon(note, "at once")
    loop.call_at(-3, note, "three seconds late")
    await asyncio.sleep(-1)
    print("main goes on")
    await asyncio.sleep(0)
    print("main ends")


asyncio.run(main())
