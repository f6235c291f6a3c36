/** Where a tab of a workbook is opened; its cells with '&range=C12' behind it. `null` for files, and where the tab is not known. */
export function addressOfTab(address: string | null | undefined, tabId: string | undefined): string | null {
  // What an earlier version left in the store says nothing of it.
  return address === null || address === undefined || tabId === undefined ? null : `${address}#gid=${tabId}`;
}
