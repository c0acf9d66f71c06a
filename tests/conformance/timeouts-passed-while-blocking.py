# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S35 S36 S37
import asyncio
import time


async def main():
    try:
        async with asyncio.timeout(1):
            try:
                async with asyncio.timeout(5):
                    time.sleep(6)
                    await asyncio.sleep(1)
            except TimeoutError:
                print("the inner one")
    except TimeoutError:
        print("the outer one")
    try:
        async with asyncio.timeout(2):
            try:
                async with asyncio.timeout(1):
                    time.sleep(2)
                    await asyncio.sleep(1)
            except TimeoutError:
                print("first the inner one")
            await asyncio.sleep(9)
    except TimeoutError:
        print("then the outer one", asyncio.current_task().cancelling())


asyncio.run(main())
