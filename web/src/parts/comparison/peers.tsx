/** 似た市町村: who is most alike and why, in which measures they stand elsewhere, and everybody's place in the measure that is shown. */
import { peersWords } from '#sheets-schema/vocabulary/words/comparison-peers.ts';
import { heatWords, sharedWords } from '#sheets-schema/vocabulary/words/comparison-ways.ts';
import { formatComparedPeriod } from '../../shape/comparison/compared-choice.ts';
import { type PeerDifferences, shapeDifferences } from '../../shape/comparison/peer-differences.ts';
import { type PeerGroup, peerGroup, printPeers } from '../../shape/comparison/peer-group.ts';
import { shapePlace } from '../../shape/comparison/peer-place.ts';
import { shapeReasons } from '../../shape/comparison/peer-reasons.ts';
import { say } from '../../shape/say.ts';
import { language, municipality, navigate, viewState } from '../../signals.ts';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { TableFrame } from '../figure/table-frame.tsx';
import { ChoiceSelect } from '../frame/choice-select.tsx';
import { Empty } from '../frame/states.tsx';
import { ViewLink } from '../frame/view-link.tsx';
import { ClassLegend, ClassMark } from './class-mark.tsx';
import { PeerPlaceDrawing } from './peer-place.tsx';
import '../../styles/overview.css';
import '../../styles/comparison-ways.css';
import type { WayProps } from './ways.ts';

/** Who is beside the municipality: each can be taken out, others added, and the group that was found brought back. */
function PeerChoice({ group }: { group: PeerGroup }) {
  const lang = language.value;
  return (
    <div class="page-controls way-controls peer-choice">
      <ul>
        {group.peers.map(({ town }) => (
          <li key={town.code}>
            {town.name}
            <button
              type="button"
              class="link-button"
              aria-label={say(peersWords.removeTown, lang, { name: town.name })}
              onClick={() => navigate({ peers: printPeers(group, { remove: town.code }) })}
            >
              {say(peersWords.remove, lang)}
            </button>
          </li>
        ))}
      </ul>
      {group.others.length > 0 && (
        <ChoiceSelect
          id="peers-add"
          label={say(peersWords.add, lang)}
          options={[
            { key: '', label: say(peersWords.addChoose, lang) },
            ...group.others.map(({ code, name }) => ({ key: code, label: name })),
          ]}
          chosen=""
          onChoose={(code) => code !== '' && navigate({ peers: printPeers(group, { add: code }) })}
        />
      )}
      {group.isChosen && (
        <button type="button" class="button" onClick={() => navigate({ peers: null })}>
          {say(peersWords.automatic, lang, { count: group.town.peers.length })}
        </button>
      )}
    </div>
  );
}

/** Measures down, one's own and the peers across; a measure leads to the values of all of them. */
function Differences({ model, group }: { model: PeerDifferences; group: PeerGroup }) {
  const lang = language.value;
  if (model.rows.length === 0) return <p>{say(peersWords.differEmpty, lang)}</p>;
  return (
    <TableFrame label={model.measureLine}>
      <table class="figures peer-differences">
        <caption class="visually-hidden">{model.measureLine}</caption>
        <thead>
          <tr>
            <th scope="col">{say(sharedWords.measure, lang)}</th>
            <th scope="col">{group.town.name}</th>
            {group.peers.map(({ town }) => (
              <th key={town.code} scope="col">
                {town.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.rows.map(({ measure, name, own, peers, isMost }) => (
            <tr key={measure} data-row={measure} data-most={isMost}>
              <th scope="row">
                <ViewLink to={{ indicator: measure, table: null }}>{name}</ViewLink>
              </th>
              <td class={`class-cell own-cell class-cell-${own}`}>
                <ClassMark of={own} />
              </td>
              {peers.map((cell, position) => (
                <td key={group.peers[position]?.town.code} class={`class-cell class-cell-${cell}`}>
                  <ClassMark of={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Figures({ group, comparison, measure, period }: Omit<WayProps, 'own'> & { group: PeerGroup }) {
  const lang = language.value;
  const options = { period, language: lang };
  const reasons = shapeReasons(group, lang);
  const differences = shapeDifferences(comparison, group, options);
  const place = shapePlace(measure, group, options);
  const shown = formatComparedPeriod(period, lang);
  return (
    <>
      <FigureFrame id="peers" {...titled(reasons)} period={shown} isSourceElsewhere />
      <PeerChoice group={group} />
      <FigureFrame
        id="peer-differences"
        {...titled(differences)}
        legend={<ClassLegend />}
        period={shown}
        notes={[say(sharedWords.neutral, lang)]}
        isSourceElsewhere
      >
        <Differences model={differences} group={group} />
      </FigureFrame>
      <FigureFrame id="peer-place" {...titled(place)} period={shown} isSourceElsewhere>
        <PeerPlaceDrawing model={place} id="peer-place" />
      </FigureFrame>
    </>
  );
}

function titled({ title, measureLine, table }: Pick<PeerDifferences, 'title' | 'measureLine' | 'table'>) {
  return { title, measure: measureLine, table };
}

export default function PeersView(props: WayProps) {
  const { comparison, own } = props;
  const lang = language.value;
  const compared = comparison.towns.filter(({ isCompared }) => isCompared);
  const has = (code: string | null | undefined) => compared.find((town) => town.code === code)?.code;
  const shown = has(viewState.value.town) ?? own ?? has(municipality.value?.code) ?? compared[0]?.code;
  const group = shown === undefined ? null : peerGroup(comparison, { code: shown, chosen: viewState.value.peers });
  if (group === null) return <Empty text={say(heatWords.none, lang)} />;
  return (
    <div class="peers">
      <div class="page-controls way-controls">
        <ChoiceSelect
          id="peers-town"
          label={say(peersWords.town, lang)}
          options={compared.map(({ code, name }) => ({ key: code, label: name }))}
          chosen={group.town.code}
          onChoose={(town) => navigate({ town, peers: null })}
        />
      </div>
      <Figures {...props} group={group} />
    </div>
  );
}
