/** A spreadsheet as a person has it open in the browser: every action is a change of theirs, at once. */
import type { DriveWorld } from '../drive/drive.ts';
import { contentOfFile, type DriveFile, somebody, touch } from '../drive/file.ts';
import { type Content, copyContent, createSheet, nextId } from '../sheets/content.ts';
import type { Sharing } from '../spreadsheets.ts';
import { createTab } from './create-tab.ts';
import type { OpenTab } from './tab.ts';

export interface OpenSpreadsheet {
  /** By its title; throws where there is none, since a test has mistyped it. */
  tab(title: string): OpenTab;
  /** Titles in their order. */
  titles(): readonly string[];
  addTab(title: string): OpenTab;
  deleteTab(title: string): void;
  rename(name: string): void;
  share(sharing: Sharing): void;
  trash(): void;
  restore(): void;
  /** Drive's version, which every change counts on. */
  version(): string;
  /** Address of whoever changed it last. */
  lastChangedBy(): string;
  /** What Google holds, for tests that compare the whole before and after. */
  content(): Content;
}

export function openSpreadsheet(file: DriveFile, world: DriveWorld): OpenSpreadsheet {
  const change = (edit: (content: Content) => void): void => {
    // What was read before stays as it was.
    const content = copyContent(contentOfFile(file));
    edit(content);
    file.content = content;
    touch(file, somebody, world.now());
  };
  const find = (content: Content, title: string) => {
    const sheet = content.sheets.find((each) => each.title === title);
    if (sheet === undefined) throw new Error(`${file.name} has no tab ${title}`);
    return sheet;
  };
  const tabOf = (title: string) =>
    createTab({ read: () => contentOfFile(file), change }, find(contentOfFile(file), title).id);

  return {
    tab: tabOf,
    titles: () => contentOfFile(file).sheets.map(({ title }) => title),
    addTab(title) {
      change((content) => {
        content.sheets.push(createSheet(nextId(content), title, { ROWS: 1000, COLUMNS: 26 }));
      });
      return tabOf(title);
    },
    deleteTab(title) {
      change((content) => {
        const sheet = find(content, title);
        content.sheets = content.sheets.filter((each) => each !== sheet);
      });
    },
    rename(name) {
      change((content) => {
        content.properties = { ...content.properties, title: name };
      });
      file.name = name;
    },
    share(sharing) {
      file.sharing = sharing;
      // Drive counts this as a change of the file, but not of what is in it.
      file.version = String(Number(file.version) + 1);
    },
    trash() {
      file.isTrashed = true;
      touch(file, somebody, world.now());
    },
    restore() {
      file.isTrashed = false;
      touch(file, somebody, world.now());
    },
    version: () => file.version,
    lastChangedBy: () => file.lastChangedBy,
    content: () => contentOfFile(file),
  };
}
