# SPDX-License-Identifier: GPL-3.0-or-later
# loop: none
"""A program without any event loop: files, a generator, an error in the end."""
import json
import sys


def numbers():
    yield from range(3)


with open("data.json", "w") as file:
    json.dump({"list": list(numbers())}, file)
with open("data.json") as file:
    print(json.load(file))
print("asyncio" in globals(), file=sys.stderr)
sys.exit(json.loads("{'wrong'}"))
