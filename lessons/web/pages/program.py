import asyncio

import website

PATHS = ["/news", "/weather", "/map", "/lost"]


async def download(server, path):
    try:
        page = await website.fetch(server, path)
    except website.PageError as error:
        print(f"{path} failed: {error}")
        return 0
    print(f"{path} has {len(page)} bytes")
    return len(page)


async def main():
    server = await website.start()
    total = 0
    for path in PATHS:
        total += await download(server, path)
    print(f"one after the other: {total} bytes")

    sizes = await asyncio.gather(*[download(server, path) for path in PATHS])
    print(f"together: {sum(sizes)} bytes")
    server.close()


asyncio.run(main())
