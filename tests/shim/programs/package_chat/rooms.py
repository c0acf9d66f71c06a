# SPDX-License-Identifier: GPL-3.0-or-later
"""Rooms of the chat."""
import asyncio

from . import __name__ as package


class Room:
    def __init__(self, guest):
        self.guest = guest

    async def greet(self):
        await asyncio.sleep(0)
        return f"{self.guest} is in {package}"
