# SPDX-License-Identifier: GPL-3.0-or-later
"""The loop's own socket calls."""
import asyncio
import socket


async def answer(loop, listening):
    connection, _ = await loop.sock_accept(listening)
    with connection:
        buffer = bytearray(5)
        count = await loop.sock_recv_into(connection, buffer)
        await loop.sock_sendall(connection, bytes(buffer[:count]) * 2)


async def main():
    loop = asyncio.get_running_loop()
    with socket.create_server(("127.0.0.1", 0)) as listening, \
            socket.socket() as client:
        listening.setblocking(False)
        client.setblocking(False)
        task = asyncio.create_task(answer(loop, listening))
        await loop.sock_connect(client, listening.getsockname())
        await loop.sock_sendall(client, b"twice")
        await task
        print(await loop.sock_recv(client, 100), await loop.sock_recv(client, 100))
        client.setblocking(True)
        loop.set_debug(True)
        try:
            await loop.sock_recv(client, 1)
        except ValueError as error:
            print(error)


asyncio.run(main())
