/** The address under which people reach the server; known once it listens, unless it is configured. */
export class PublicAddress {
  private listening: string | undefined;

  constructor(readonly configured: string | undefined) {}

  /** Origin of the server's own pages, such as `https://domicile.example.org`. */
  get origin(): string {
    return new URL(this.configured ?? this.listening ?? 'http://localhost').origin;
  }

  /** As `origin`; nothing where nobody said so, as in a process that serves no pages. */
  get known(): string | undefined {
    const address = this.configured ?? this.listening;
    return address && new URL(address).origin;
  }

  listensAt(url: string): void {
    this.listening = url;
  }

  signInLink(token: string): string {
    return `${this.origin}/sign-in?token=${token}`;
  }
}
