# SPDX-License-Identifier: GPL-3.0-or-later
"""A connection's task that fails: what the loop's exception handler says."""
import asyncio
import gc


async def fails(reader, writer):
    await reader.readline()
    writer.close()
    raise LookupError("no such thing")


async def main():
    server = await asyncio.start_server(fails, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"hello\n")
    print(await reader.read())
    writer.close()
    for _ in range(3):
        await asyncio.sleep(0)
    gc.collect()
    server.close()


asyncio.run(main())
