# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S4
import asyncio


def note(text):
    print(text)


async def main():
    loop = asyncio.get_running_loop()
    soon = loop.call_soon(note, "never")
    loop.call_soon(note, "after the cancelled callback")
    later = loop.call_later(1, note, "never either")
    loop.call_later(2, note, "after the cancelled timer")
    soon.cancel()
    later.cancel()
    print(soon.cancelled(), later.cancelled())
    await asyncio.sleep(3)
    later.cancel()
    print(later.cancelled())


asyncio.run(main())
