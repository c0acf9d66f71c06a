# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands beside the program."""
import asyncio


async def answer():
    return await asyncio.sleep(0, "answer")
