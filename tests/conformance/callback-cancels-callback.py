# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S3 S4
import asyncio

handles = []


def cancel_second():
    print("first cancels second")
    handles[1].cancel()


def never():
    print("never")


async def main():
    loop = asyncio.get_running_loop()
    handles.append(loop.call_soon(cancel_second))
    handles.append(loop.call_soon(never))
    await asyncio.sleep(0)
    handles.append(loop.call_later(1, never))
    await asyncio.sleep(0.5)
    handles[2].cancel()
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
