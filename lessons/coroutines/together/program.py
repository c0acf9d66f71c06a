import asyncio


async def hello(name, seconds):
    await asyncio.sleep(seconds)
    print(f"Hello, {name}!")


async def main():
    print("one after the other")
    await hello("Ada", 2)
    await hello("Grace", 1)
    await hello("Alan", 2)

    print("together")
    await asyncio.gather(hello("Ada", 2), hello("Grace", 1), hello("Alan", 2))
    print("everybody was greeted")


asyncio.run(main())
