# SPDX-License-Identifier: GPL-3.0-or-later
"""The frames below the program's first one, seen by f_back, and where coroutines began."""
import asyncio
import sys


def depth():
    frame, count = sys._getframe(), 0
    while frame is not None:
        frame, count = frame.f_back, count + 1
    return count


async def main():
    print(depth())
    await asyncio.sleep(0)
    print(depth(), len(asyncio.sleep(0).cr_origin))


print(depth(), sys._getframe().f_back)
try:
    sys._getframe(1)
except ValueError as error:
    print(error)
sys.set_coroutine_origin_tracking_depth(40)
asyncio.run(main())
