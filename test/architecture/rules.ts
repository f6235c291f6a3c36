/** The rules of the house that a machine can check (who may import whom, what may stand where), over the text of all files. */
import { type Import, reachablePackages, readImports, type Sources, withoutComments } from './imports.ts';

interface Layer {
  readonly name: string;
  readonly files: RegExp;
  /** Files of ours that may be loaded at run time. */
  readonly loads: RegExp;
  /** Files of ours of which types may be taken besides. */
  readonly takesTypesOf?: RegExp;
  readonly packages: RegExp;
}

const nothing = /^$/;
const storedTypes =
  'functions/(?:ingest/(?:ingested|workbook-rows)|publish/(?:release|detail|row-views|comparison|run-status))\\.ts';

/** In this order: the first layer that a file fits is its layer. */
export const layers: readonly Layer[] = [
  {
    name: 'vocabulary',
    files: /^sheets-schema\/vocabulary\//,
    loads: /^sheets-schema\/vocabulary\//,
    packages: nothing,
  },
  {
    name: 'the validators of sheets-schema',
    files: /^sheets-schema\/validators\.ts$/,
    loads: /^sheets-schema\//,
    packages: /^zod$/,
  },
  { name: 'sheets-schema', files: /^sheets-schema\//, loads: /^sheets-schema\//, packages: nothing },
  {
    name: 'domain',
    files: /^functions\/domain\//,
    loads: /^(?:functions\/domain|sheets-schema\/vocabulary)\//,
    takesTypesOf: /^sheets-schema\//,
    packages: nothing,
  },
  {
    name: 'world',
    files: /^functions\/world\.ts$/,
    loads: nothing,
    takesTypesOf: /^(?:sheets-schema|functions\/domain)\//,
    packages: nothing,
  },
  {
    name: 'schemas of published and ingested objects',
    files: /^functions\/(?:publish|ingest)\/(?:(?:release-|detail-|row-|comparison-)?schemas|schema-parts)\.ts$/,
    loads:
      /^(?:sheets-schema|functions\/domain)\/|^functions\/(?:publish|ingest)\/(?:release|(?:detail-|row-|comparison-)?schemas|schema-parts)\.ts$/,
    takesTypesOf: new RegExp(`^${storedTypes}$`),
    packages: /^zod$/,
  },
  ...['plan', 'ingest', 'publish', 'template', 'adopt'].map((step) => ({
    name: step,
    files: new RegExp(`^functions/${step}/`),
    // The registry, the template and an office's own spreadsheet are read as people type them, like any workbook.
    loads: new RegExp(
      `^(?:sheets-schema/|functions/domain/|functions/${step}/|functions/ingest/(?:tables|findings)/|functions/world\\.ts$${
        step === 'publish' ? '|functions/protect/' : ''
      })`,
    ),
    takesTypesOf: new RegExp(`^${storedTypes}$`),
    packages: nothing,
  })),
  {
    // Small numbers: the core of a step, which publishing calls.
    name: 'protect',
    files: /^functions\/protect\//,
    loads: /^(?:functions\/(?:protect|domain)|sheets-schema\/vocabulary)\//,
    takesTypesOf: /^sheets-schema\//,
    packages: nothing,
  },
  {
    // 操作の記録: serving writes it (sign-ins, exports) and reads it out.
    name: 'audit',
    files: /^functions\/audit\//,
    loads: /^sheets-schema\/|^functions\/(?:audit\/|domain\/|publish\/canonical\.ts$)/,
    takesTypesOf: new RegExp(`^(?:functions/world\\.ts|functions/domain/.*|${storedTypes})$`),
    packages: /^zod$/,
  },
  {
    // 知らせ: what the administrator is told, as text; sending it is for adapters.
    name: 'tell',
    files: /^functions\/tell\//,
    loads: /^sheets-schema\/|^functions\/(?:tell|domain)\//,
    takesTypesOf: new RegExp(`^(?:functions/world\\.ts|${storedTypes})$`),
    packages: /^zod$/,
  },
  {
    // 保管: which releases stay, whether the store is whole, copies of it.
    name: 'keep',
    files: /^functions\/keep\//,
    loads: /^sheets-schema\/|^functions\/(?:keep|domain|publish|ingest|audit)\/|^functions\/world\.ts$/,
    packages: /^zod$/,
  },
  {
    // Figures and findings as tables for analysts, loaded beside publishing.
    name: 'tables',
    files: /^functions\/tables\//,
    loads: /^sheets-schema\/|^functions\/(?:tables|domain|publish)\/|^functions\/world\.ts$/,
    packages: /^zod$/,
  },
  {
    // Messages between plan, ingest and publish, and who may publish now.
    name: 'queue',
    files: /^functions\/queue\//,
    loads: /^functions\/(?:queue|domain)\/|^functions\/publish\/canonical\.ts$|^functions\/world\.ts$/,
    packages: /^zod$/,
  },
  {
    name: 'serve',
    files: /^functions\/serve\//,
    loads:
      /^sheets-schema\/|^functions\/(?:serve\/|audit\/|tell\/|domain\/(?:protection-policy|role-subject)\.ts$|publish\/(?:schemas|detail-schemas|comparison-schemas|tidy-facts|read-figure)\.ts$)/,
    takesTypesOf: new RegExp(`^(?:functions/domain/.*|functions/world\\.ts|${storedTypes})$`),
    packages: /^(?:zod|jose|hono(?:\/.*)?|@hono\/zod-openapi)$/,
  },
  {
    name: 'adapters',
    files: /^functions\/adapters\//,
    loads: /^functions\/(?:adapters\/|world\.ts$)/,
    takesTypesOf:
      /^(?:(?:sheets-schema|functions\/domain)\/|functions\/(?:protect\/linear-solver|tables\/warehouse)\.ts$)/,
    packages: /./,
  },
  {
    name: 'composition',
    files: /^functions\/(?:settings\/)?[^/]+\.ts$/,
    loads: /^(?:functions|sheets-schema)\//,
    packages: /./,
  },
  { name: 'scripts', files: /^scripts\//, loads: /^(?:functions|sheets-schema|scripts)\//, packages: /./ },
  {
    name: 'the build of web',
    files: /^web\/(?:vite\.config|build-worker)\.ts$/,
    loads: /^web\/build-worker\.ts$/,
    packages: /^(?:vite|node:.*|@preact\/preset-vite)$/,
  },
  {
    name: 'web',
    files: /^web\//,
    loads: /^(?:web|sheets-schema\/vocabulary)\//,
    takesTypesOf:
      /^functions\/(?:domain\/.*|publish\/(?:release|detail|row-views|comparison|run-status)\.ts|serve\/api\.ts)$/,
    packages: /^(?:preact(?:\/.*)?|preact-iso|@preact\/signals|chart\.js|d3-sankey|@digital-go-jp\/.*)$/,
  },
];

/** Each exception of a rule, with its reason. */
export interface Exceptions {
  readonly imports: Readonly<Record<string, string>>;
  readonly async: Readonly<Record<string, string>>;
  readonly longFiles: Readonly<Record<string, string>>;
}

function layerOf(file: string): Layer | undefined {
  return layers.find(({ files }) => files.test(file));
}

/** Who may import whom (the table of the house). */
export function checkDirections(sources: Sources, allowed: Exceptions['imports']): readonly string[] {
  return [...sources].flatMap(([file, text]) => {
    const layer = layerOf(file);
    if (layer === undefined) return [`${file}: in no layer`];
    return readImports(file, text)
      .filter((each) => !mayImport(layer, each) && allowed[`${file} → ${each.file ?? each.specifier}`] === undefined)
      .map(
        (each) =>
          `${file}: ${layer.name} may not ${each.isTypeOnly ? 'take types of' : 'load'} ${each.file ?? each.specifier}`,
      );
  });
}

function mayImport(layer: Layer, { file, specifier, isTypeOnly }: Import): boolean {
  if (file === null) return layer.packages.test(specifier);
  return layer.loads.test(file) || (isTypeOnly && layer.takesTypesOf?.test(file) === true);
}

/** Every import names a file that is there. */
export function checkTargets(sources: Sources, otherFiles: ReadonlySet<string>): readonly string[] {
  return [...sources].flatMap(([file, text]) =>
    readImports(file, text)
      .filter((each) => each.file !== null && !sources.has(each.file) && !otherFiles.has(each.file))
      .map((each) => `${file}: ${each.specifier} leads nowhere`),
  );
}

/** No such package is loaded with any of these files, however far the way. */
export function checkReach(sources: Sources, from: RegExp, packages: RegExp): readonly string[] {
  return [...sources.keys()]
    .filter((file) => from.test(file))
    .flatMap((file) =>
      [...reachablePackages(sources, file)]
        .filter(([specifier]) => packages.test(specifier))
        .map(([specifier, way]) => `${way.join(' → ')} → ${specifier}`),
    );
}

/** The world (clock, chance, process, console) enters through adapters and commands only. */
export function checkWorld(sources: Sources): readonly string[] {
  return findIn(
    sources,
    (file) =>
      /^(?:sheets-schema|functions)\//.test(file) &&
      !/^functions\/(?:adapters\/|main\.ts$|settings(?:\/[a-z-]+)?\.ts$)/.test(file),
    /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bconsole\./,
  );
}

/** In a step only the orchestrator waits for anything; the rest is pure. */
export function checkAsync(sources: Sources, allowed: Exceptions['async']): readonly string[] {
  // Ingest has one for each of its nouns: a run, a municipality's workbooks, one workbook, its answer, and what it leaves in the store.
  const orchestrators =
    /^functions\/(?:plan\/plan|ingest\/(?:ingest|ingest-group|ingest-store|settle-municipality|settle-vanished|open-entry|check-entry|answer-workbook)|publish\/(?:publish|write-[a-z]+|history)|run|run-record|run-steps|tell-now|main|open-[a-z]+)\.ts$/;
  return findIn(
    sources,
    (file) =>
      /^(?:sheets-schema|functions)\//.test(file) &&
      !/^functions\/(?:adapters|serve|audit|keep|tables|queue)\//.test(file) &&
      !orchestrators.test(file) &&
      allowed[file] === undefined,
    /\basync\b|\bawait\b|\bPromise\./,
  );
}

/** Charts are made and destroyed in one place. */
export function checkCharts(sources: Sources): readonly string[] {
  const makers = findIn(sources, () => true, /\bnew Chart\(/);
  return makers.length <= 1 ? [] : makers;
}

/** zod as a namespace: the other form brings 93 kB into a bundle. */
export function checkZod(sources: Sources): readonly string[] {
  return findIn(sources, () => true, /^import (?:type )?(?!type |\* as z )[^\n]* from 'zod'/m);
}

/** The library for .xlsx and .csv is young: it stays behind few modules. */
export function checkHucre(sources: Sources, named: readonly string[]): readonly string[] {
  return findIn(sources, (file) => !named.includes(file), /['"]hucre(?:\/[^'"]*)?['"]/);
}

/** A file that grew beyond 250 lines is split by a noun of the field, or says here why not. */
export function checkLengths(sources: Sources, allowed: Exceptions['longFiles']): readonly string[] {
  return [...sources]
    .map(([file, text]) => [file, text.trimEnd().split('\n').length] as const)
    .filter(([file, lines]) => lines > 250 && allowed[file] === undefined)
    .map(([file, lines]) => `${file}: ${lines} lines`);
}

/** Exceptions that are none any more. */
export function checkExceptions(sources: Sources, files: readonly string[]): readonly string[] {
  return files.filter((file) => !sources.has(file)).map((file) => `${file}: an exception for a file that is not there`);
}

function findIn(sources: Sources, isMeant: (file: string) => boolean, pattern: RegExp): readonly string[] {
  return [...sources]
    .filter(([file]) => isMeant(file))
    .flatMap(([file, text]) => {
      const found = pattern.exec(withoutComments(text));
      return found === null ? [] : [`${file}: ${found[0].trim()}`];
    });
}
