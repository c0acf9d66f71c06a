import asyncio


async def download():
    print("connecting")
    try:
        await asyncio.sleep(5)
        print("the page is here")
    finally:
        print("closing the connection")
        await asyncio.sleep(1)
        print("closed")


async def main():
    try:
        async with asyncio.timeout(2):
            await download()
    except TimeoutError:
        print("that took too long")


asyncio.run(main())
