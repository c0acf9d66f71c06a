# SPDX-License-Identifier: GPL-3.0-or-later
# flags: -W always
"""get_event_loop without a loop: the warning, or the error, at the program's line."""
import asyncio


def get():
    return asyncio.get_event_loop()


try:
    loop = get()
except RuntimeError as error:
    print(error)
    loop = asyncio.new_event_loop()
future = loop.create_future()
loop.call_soon(future.set_result, 4)
print(loop.run_until_complete(future))
loop.close()
try:
    future = asyncio.Future()
    print(future._loop is loop)
except RuntimeError as error:
    print(error)
