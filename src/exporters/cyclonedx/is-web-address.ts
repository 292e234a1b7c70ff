/** Whether a text is an address that every reader takes for one: http or https, ASCII, no space, whole percent escapes. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[A-Za-z0-9.-]+(:\d{1,5})?([/?#][A-Za-z0-9\-._~!$&'()*+,;=:@/?%]*)?$/.test(text) && !/%(?![0-9A-Fa-f]{2})/.test(text);
}
