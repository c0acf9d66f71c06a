# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S9
import asyncio


def note(text):
    print(text)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(note, "still runs")
    loop.stop()
    loop.call_soon(note, "runs too")
    print("main goes on to its await")
    try:
        await asyncio.sleep(5)
    finally:
        print("main is cancelled")


asyncio.run(main())
