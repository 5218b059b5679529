/** A WhatsApp button's address is registered as the public address and a slash; the rest of the link is sent with each message. */
export const buttonSuffixOf = (url: string): string => url.slice(new URL(url).origin.length + 1);
