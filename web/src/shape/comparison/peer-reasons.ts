/** Why municipalities are alike, as a table: what was compared, one's own first, and in what each is closest. */
import type { ComparedTown, PeerAttribute } from '#functions/publish/comparison.ts';
import { peersWords } from '#sheets-schema/vocabulary/words/comparison-peers.ts';
import { peerWords } from '#sheets-schema/vocabulary/words/comparison-sentences.ts';
import { sharedWords } from '#sheets-schema/vocabulary/words/comparison-ways.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { expandFigure } from '../figures/read-figure.ts';
import { say } from '../say.ts';
import type { TableCell, TableModel } from '../table-model.ts';
import { withinSentence } from '../title.ts';
import type { PeerGroup } from './peer-group.ts';

const attributes: readonly { readonly key: PeerAttribute; readonly decimals: number }[] = [
  { key: 'inhabitants', decimals: 0 },
  { key: 'elderlyShare', decimals: 1 },
  { key: 'density', decimals: 0 },
  { key: 'households', decimals: 0 },
];

function attributeCells(town: ComparedTown, language: Language): readonly TableCell[] {
  return attributes.map(({ key, decimals }) => {
    const value = town[key];
    if (value === null) return { kind: 'text', text: peersWords.notGiven[language] };
    return { kind: 'figure', figure: expandFigure(value), decimals };
  });
}

export interface PeerReasons {
  readonly title: string;
  readonly measureLine: string;
  readonly table: TableModel;
}

export function shapeReasons({ town, peers, isChosen, others }: PeerGroup, language: Language): PeerReasons {
  const [first] = peers;
  const closest = first?.found?.reasons[0];
  const measureLine = (isChosen ? peersWords.measureLineChosen : peersWords.measureLine)[language];
  return {
    title: titleOf(),
    measureLine,
    table: {
      caption: measureLine,
      rowHeader: sharedWords.municipality[language],
      columns: [
        ...attributes.map(({ key }) => ({ key, label: sharedWords[key][language] })),
        { key: 'reason', label: peersWords.columnReason[language], isText: true },
      ],
      rows: [
        {
          key: town.code,
          label: say(peersWords.own, language, { name: town.name }),
          look: 'emphasised',
          cells: [...attributeCells(town, language), { kind: 'blank' }],
        },
        ...peers.map(({ town: other, found }) => {
          const reason = found?.reasons[0]?.attribute;
          const text = reason === undefined ? peersWords.chosenByHand[language] : peerWords[reason][language];
          return {
            key: other.code,
            label: other.name,
            cells: [...attributeCells(other, language), { kind: 'text' as const, text }],
          };
        }),
      ],
    },
  };

  function titleOf(): string {
    const facts = { name: town.name, count: peers.length, first: first?.town.name ?? '' };
    if (first === undefined && others.length === 0) return say(peersWords.titleAlone, language, facts);
    if (isChosen) return say(peersWords.titleChosen, language, facts);
    if (first === undefined) return say(peersWords.titleNone, language, facts);
    if (closest === undefined) return say(peersWords.title, language, facts);
    return say(peersWords.titleReason, language, {
      ...facts,
      reason: withinSentence(peerWords[closest.attribute][language]),
    });
  }
}
