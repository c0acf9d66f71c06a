# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S36 S6
import asyncio


async def main():
    task = asyncio.current_task()
    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(1) as inner:
                    await asyncio.sleep(9)
            except TimeoutError:
                print("inner timed out", task.cancelling())
    except TimeoutError:
        print("outer timed out")
    print(outer.expired(), inner.expired(), task.cancelling())


asyncio.run(main())
