// Worker: the engine of WebAssembly over files in memory; one request after the other.
