# SPDX-License-Identifier: GPL-3.0-or-later
"""A writer that is faster than its reader: pause_writing and drain."""
import asyncio


async def main():
    slow = asyncio.Event()

    async def serve(reader, writer):
        await slow.wait()
        count = 0
        while data := await reader.read(1 << 20):
            count += len(data)
        writer.write(b"%d" % count)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.transport.set_write_buffer_limits(high=1000, low=100)
    writer.write(b"x" * 8_000_000)
    drain = asyncio.create_task(writer.drain())
    await asyncio.sleep(0)
    print("drained", drain.done(), writer.transport.get_write_buffer_size() > 1000)
    slow.set()
    await drain
    writer.write_eof()
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()


asyncio.run(main())
