/** The address if it leads to a page of the web, else `null`: nothing else is ever written as a link. */
export function safeLink(address: string | null): string | null {
	if (address === null || !/^https?:\/\//i.test(address)) return null;
	try {
		return new URL(address).href;
	} catch {
		return null;
	}
}
