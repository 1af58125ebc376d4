/** True for an address on this machine: its host is a stand-in, with one copy of everything and no limits on writes. */
export function isLoopback(url: string): boolean {
  return /^https?:\/\/(127(\.\d{1,3}){3}|localhost|\[::1\])([:/]|$)/.test(url);
}
