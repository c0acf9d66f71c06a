# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S7
import asyncio


def note(text):
    print(text)


async def sleeper():
    await asyncio.sleep(1)
    print("sleeper")


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    loop.call_at(1, note, "timer armed after the sleeper's")
    await task


asyncio.run(main())
