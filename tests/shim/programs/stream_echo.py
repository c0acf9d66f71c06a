# SPDX-License-Identifier: GPL-3.0-or-later
"""A server and clients on loopback, one task for each connection."""
import asyncio


async def serve(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def talk(port, name):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answers = []
    for number in range(3):
        writer.write(f"{name} {number}\n".encode())
        await writer.drain()
        answers.append(await reader.readline())
    writer.write_eof()
    assert await reader.read() == b""
    writer.close()
    await writer.wait_closed()
    return answers


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        for answers in await asyncio.gather(*(talk(port, n) for n in ("a", "b", "c"))):
            print(answers)
    print(server.is_serving(), server.sockets)


asyncio.run(main())
