# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S52
import asyncio


async def main():
    condition = asyncio.Condition()
    try:
        condition.notify()
    except RuntimeError as error:
        print("notify:", type(error).__name__)
    try:
        await condition.wait()
    except RuntimeError as error:
        print("wait:", type(error).__name__)


asyncio.run(main())
