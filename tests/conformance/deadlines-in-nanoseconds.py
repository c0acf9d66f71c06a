# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S5 S6
# order: not promised
import asyncio


def note(text):
    print(text)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_at(0.1 + 0.2, note, "0.1 + 0.2")
    loop.call_at(0.3, note, "0.3")
    loop.call_at(0.300000001, note, "a nanosecond later")
    loop.call_at(0.3000000004, note, "less than half a nanosecond later")
    await asyncio.sleep(1 / 3)
    await asyncio.sleep(1 / 3)
    await asyncio.sleep(1 / 3)
    print(round(loop.time() * 1e9), "ns")


asyncio.run(main())
