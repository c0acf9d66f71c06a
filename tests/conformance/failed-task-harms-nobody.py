# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S14 S20
import asyncio


async def fails():
    await asyncio.sleep(1)
    print("failing")
    raise ValueError("nobody asks")


async def works():
    await asyncio.sleep(2)
    print("working")


async def main():
    failing = asyncio.create_task(fails())
    await works()
    print(failing.done(), failing.cancelled())
    print(type(failing.exception()).__name__)


asyncio.run(main())
