# SPDX-License-Identifier: GPL-3.0-or-later
# flags: -X dev
"""-X dev: resource warnings, debug mode, coroutines' origins, at the end too."""
import asyncio
import gc
import socket
import sys


async def main():
    asyncio.get_running_loop().slow_callback_duration = 30
    print(sys.flags.dev_mode, asyncio.get_running_loop().get_debug())
    left, right = socket.socketpair()
    left.close()
    reader, writer = await asyncio.open_unix_connection(sock=right)
    task = asyncio.create_task(asyncio.sleep(0))
    print([entry.name for entry in task._source_traceback])
    await task
    open(__file__)
    asyncio.sleep(0)


asyncio.run(main())
gc.collect()            # when Python would do so by itself nobody promises
loop = asyncio.new_event_loop()
print(loop.is_closed())
del loop
gc.collect()
