# SPDX-License-Identifier: GPL-3.0-or-later
"""A small web site on this machine, and a client that fetches one page of it."""

import asyncio

# What each page costs the server, in seconds, and how long it is, in bytes.
PAGES = {
    "/news": (0.6, 2500),
    "/weather": (0.9, 800),
    "/map": (0.3, 48000),
}
MISSING = (0.1, 60)     # the page that says that there is none


class PageError(Exception):
    """The server answered, but not with the page."""


async def answer(reader, writer):
    """Serve one request and close the connection."""
    request = await reader.readuntil(b"\r\n\r\n")
    path = request.split()[1].decode()
    seconds, length = PAGES.get(path, MISSING)
    await asyncio.sleep(seconds)
    status = "200 OK" if path in PAGES else "404 Not Found"
    head = (f"HTTP/1.1 {status}\r\nContent-Type: text/plain\r\n"
            f"Content-Length: {length}\r\nConnection: close\r\n\r\n")
    writer.write(head.encode() + b"." * length)
    await writer.drain()
    writer.close()
    await writer.wait_closed()


async def start():
    """Open the site on a free port of this machine."""
    return await asyncio.start_server(answer, "127.0.0.1", 0)


async def fetch(server, path):
    """Return the page at @path, or raise PageError with what the server said."""
    host, port = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode())
    head = await reader.readuntil(b"\r\n\r\n")
    page = await reader.read()
    writer.close()
    await writer.wait_closed()
    status = head.decode().split("\r\n")[0].split(" ", 1)[1]
    if not status.startswith("200"):
        raise PageError(status)
    return page
