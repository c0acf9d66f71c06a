# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S6
# order: not promised
import asyncio


def note(number):
    print("timer", number)


async def sleeper(number):
    await asyncio.sleep(1)
    print("sleeper", number)


async def main():
    loop = asyncio.get_running_loop()
    for number in range(8):
        loop.call_later(1, note, number)
    await asyncio.gather(sleeper(0), sleeper(1), sleeper(2), sleeper(3))


asyncio.run(main())
