# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S24 S3
import asyncio


def note(text):
    print(text)
    if text == "ready when main ended":
        asyncio.get_running_loop().call_soon(note, "one iteration too late")


async def child():
    print("child starts")
    await asyncio.sleep(0)
    print("child goes on in the last iteration")
    await asyncio.sleep(0)
    print("never")


async def main():
    global task
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(note, "ready when main ended")
    print("main ends")


asyncio.run(main())
