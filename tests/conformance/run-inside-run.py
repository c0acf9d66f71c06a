# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S26
import asyncio


async def child():
    print("never")


async def main():
    coroutine = child()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print("refused with", type(error).__name__)
    coroutine.close()
    await asyncio.sleep(0)
    print("main goes on")


asyncio.run(main())
