# SPDX-License-Identifier: GPL-3.0-or-later
"""A loop with the program's own selector, which counts and delays."""
import asyncio
import selectors
import socket


class Selector(selectors.SelectSelector):
    calls = 0

    def select(self, timeout=None):
        type(self).calls += 1
        return super().select(timeout)


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    left.setblocking(False)
    loop.call_later(0.001, right.send, b"data")
    print(await loop.sock_recv(left, 10), type(loop._selector).__name__)
    left.close()
    right.close()


selector = Selector()
loop = asyncio.SelectorEventLoop(selector)
loop.run_until_complete(main())
print(Selector.calls > 2, loop._selector is selector, vars(selector).keys()
      - {"_fd_to_key", "_map", "_readers", "_writers"})
loop.close()
