# SPDX-License-Identifier: GPL-3.0-or-later
# -*- coding: latin-1 -*-
"""The source is in latin-1, as its second line says."""
import asyncio


async def main():
    café = "naïve"
    await asyncio.sleep(0)
    print(café, len(café), ascii(café))
    raise ValueError("déjà vu")


asyncio.run(main())
