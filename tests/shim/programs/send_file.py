# SPDX-License-Identifier: GPL-3.0-or-later
"""loop.sendfile and loop.sock_sendfile, by the kernel and by hand."""
import asyncio
import io
import tempfile


async def main():
    loop = asyncio.get_running_loop()
    got = []

    async def serve(reader, writer):
        got.append(len(await reader.read()))
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    with tempfile.TemporaryFile() as file:
        file.write(b"z" * 100_000)
        file.flush()
        _, writer = await asyncio.open_connection(*address)
        print(await loop.sendfile(writer.transport, file, 10, 50_000))
        writer.close()
        await writer.wait_closed()
    _, writer = await asyncio.open_connection(*address)
    print(await loop.sendfile(writer.transport, io.BytesIO(b"abc" * 99)))
    try:
        await loop.sendfile(writer.transport, io.BytesIO(b"abc"), fallback=False)
    except RuntimeError as error:
        print(type(error).__name__, error)
    writer.close()
    await writer.wait_closed()
    while len(got) < 2:
        await asyncio.sleep(0)
    print(got)
    server.close()


asyncio.run(main())
