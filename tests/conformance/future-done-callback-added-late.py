# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S17
import asyncio


def note(future):
    print("callback, cancelled is", future.cancelled())


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future.cancel(), future.cancel(), future.cancelled())
    future.add_done_callback(note)
    print("added")
    await asyncio.sleep(0)
    other = loop.create_future()
    other.set_result(1)
    try:
        other.set_result(2)
    except asyncio.InvalidStateError as error:
        print(type(error).__name__, other.result())


asyncio.run(main())
