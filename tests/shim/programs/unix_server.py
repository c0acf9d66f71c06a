# SPDX-License-Identifier: GPL-3.0-or-later
"""Streams over a Unix socket in the current folder, and its file afterwards."""
import asyncio
import os


async def serve(reader, writer):
    writer.write(await reader.read(100) + b"!")
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_unix_server(serve, "socket")
    reader, writer = await asyncio.open_unix_connection("socket")
    writer.write(b"hello")
    print(await reader.read())
    print(writer.get_extra_info("peername"), os.path.exists("socket"))
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()


asyncio.run(main())
