/** These pages are text; they work without a script, so they have none. */
export const csr = false;
