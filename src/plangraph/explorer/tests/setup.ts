// The pure modules need of a browser only an address.

globalThis.location = new URL("http://localhost/ja/overview") as unknown as Location;
