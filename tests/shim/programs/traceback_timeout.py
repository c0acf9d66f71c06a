# SPDX-License-Identifier: GPL-3.0-or-later
"""A timeout's error with the cancellation that it came from."""
import asyncio


async def waits():
    try:
        await asyncio.sleep(30)
    finally:
        print("interrupted")


async def main():
    try:
        async with asyncio.timeout(0.001) as timeout:
            await waits()
    except TimeoutError as error:
        print(timeout.expired(), repr(error.__cause__), repr(timeout)[:18])
    await asyncio.wait_for(waits(), 0.001)


asyncio.run(main())
