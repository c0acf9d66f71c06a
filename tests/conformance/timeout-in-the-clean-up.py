# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S35 S36
# requires: 3.11.3 (before, a timeout did not look at the count at its beginning)
import asyncio


async def main():
    try:
        async with asyncio.timeout(1) as limit:
            try:
                await asyncio.sleep(9)
            finally:
                try:
                    limit.reschedule(9)
                except RuntimeError:
                    print("too late to move it")
                try:
                    async with asyncio.timeout_at(2):
                        await asyncio.sleep(9)
                except TimeoutError:
                    print("the clean-up timed out")
    except TimeoutError:
        print("the body timed out")
    task = asyncio.current_task()
    task.cancel()
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print("requests:", task.cancelling())
    try:
        async with asyncio.timeout(-1):
            await asyncio.sleep(9)
    except TimeoutError:
        print("timed out at once, requests:", task.cancelling())
    try:
        async with asyncio.timeout(1) as limit:
            task.cancel()
            await asyncio.sleep(9)
    except asyncio.CancelledError:
        print("cancelled again", limit.expired(), task.cancelling())


asyncio.run(main())
