/** Which packages a deployment is made of, and under which licences, out of the lockfile. Pure. */

export interface LicensedPackage {
  readonly name: string;
  readonly version: string;
  /** As its author writes it: an SPDX expression, or what comes near one. */
  readonly licence: string;
}

interface Lockfile {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly license?: string; readonly dev?: boolean }>
  >;
}

/** Licences that let a municipality use, change and pass on everything; those with duties beyond naming are not among them. */
const allowed: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  '(MIT OR CC0-1.0)',
]);

/** Licences of single packages that were looked at. */
const allowedFor: Readonly<Record<string, string>> = {
  // A list of names of licences; nothing of it is shown or changed.
  'spdx-exceptions': 'CC-BY-3.0',
  // Its LICENSE is the three-clause one.
  'url-template': 'BSD',
};

/** Packages that are installed in production, by name and version; each once. */
export function listPackages(lockfile: string): readonly LicensedPackage[] {
  const { packages } = JSON.parse(lockfile) as Lockfile;
  const found = new Map<string, LicensedPackage>();
  for (const [path, { version = '', license: licence = 'unknown', dev = false }] of Object.entries(packages)) {
    const name = path.split('node_modules/').at(-1) ?? '';
    if (path !== '' && !dev) found.set(`${name}@${version}`, { name, version, licence });
  }
  return [...found.values()].toSorted((one, other) =>
    `${one.name}@${one.version}` < `${other.name}@${other.version}` ? -1 : 1,
  );
}

/** Packages whose licence nobody has looked at. */
export function findRefused(packages: readonly LicensedPackage[]): readonly LicensedPackage[] {
  return packages.filter(({ name, licence }) => !allowed.has(licence) && allowedFor[name] !== licence);
}

/** docs/licences.md. */
export function describeLicences(packages: readonly LicensedPackage[]): string {
  const counts = new Map<string, number>();
  for (const { licence } of packages) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  const sums = [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return [
    '# ライセンス一覧 Licences',
    '',
    'かさなり自身は MIT です。動かすときに使うパッケージは次のとおりです（`npm run licences` が package-lock.json から作ります）。',
    'Kasanari itself is MIT. These packages are used when it runs; `npm run licences` makes this list from package-lock.json.',
    '',
    ...sums.map(([licence, count]) => `- ${licence}: ${count}`),
    '',
    '| パッケージ Package | 版 Version | ライセンス Licence |',
    '| --- | --- | --- |',
    ...packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
    '',
  ].join('\n');
}
