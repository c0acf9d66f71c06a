# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S8
import asyncio


def fails():
    print("about to fail")
    raise ValueError("in a callback")


def note(text):
    print(text)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(fails)
    loop.call_soon(note, "the next callback runs")
    loop.call_later(1, fails)
    await asyncio.sleep(2)
    print("main goes on")


asyncio.run(main())
