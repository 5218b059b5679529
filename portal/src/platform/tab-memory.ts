/** What this tab keeps over a reload, because phones discard tabs; gone with the tab or the flow. Never anything typed. */
export class TabMemory<Kept extends object> {
  constructor(private readonly name: string) {}

  read(): Kept | null {
    try {
      return JSON.parse(sessionStorage.getItem(this.name) ?? 'null');
    } catch {
      return null;
    }
  }

  write(kept: Kept): void {
    try {
      sessionStorage.setItem(this.name, JSON.stringify(kept));
    } catch {
      // Without storage the flow works as long as the tab is not discarded.
    }
  }

  forget(): void {
    try {
      sessionStorage.removeItem(this.name);
    } catch {
      // It was never kept.
    }
  }
}
