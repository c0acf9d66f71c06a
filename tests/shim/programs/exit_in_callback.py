# SPDX-License-Identifier: GPL-3.0-or-later
"""sys.exit in a callback, in a thread, in an exit function, with odd values."""
import asyncio
import atexit
import sys
import threading


async def main(value):
    asyncio.get_running_loop().call_soon(sys.exit, value)
    await asyncio.sleep(30)


for value in (None, 0, 3, True, "text", (1, 2), 2 ** 40, -1):
    try:
        asyncio.run(main(value))
    except SystemExit as error:
        print(repr(error.code), repr(error))
threading.Thread(target=sys.exit, args=(9,)).start()
atexit.register(sys.exit, 8)
sys.exit((1, 2))
