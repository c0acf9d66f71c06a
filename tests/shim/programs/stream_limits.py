# SPDX-License-Identifier: GPL-3.0-or-later
"""What a stream reader raises: incomplete reads, lines that are too long."""
import asyncio


async def main():
    async def serve(reader, writer):
        writer.write(b"x" * 40 + b"\nshort\nabc")
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=16)
    try:
        await reader.readline()
    except ValueError as error:
        print(type(error).__name__, error)
    print(await reader.readline())
    try:
        await reader.readexactly(9)
    except asyncio.IncompleteReadError as error:
        print(error, error.partial, error.expected)
    try:
        reader.feed_data(b"more")
    except AssertionError as error:
        print(error)
    writer.close()
    server.close()


asyncio.run(main())
