import { type ReactNode, useState } from 'react';
import { type CostPart, explainCost, type RankingWeights, type VenueMatch } from '#src/venues';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { AskedState } from '../../map/asked-state.tsx';
import { OriginChip } from '../../map/origin-chip.tsx';
import { useVenueSearch } from '../../map/use-venue-search.ts';
import { ServiceChip } from '../../map/venue-sentence.tsx';
import { WishChips } from '../../map/wish-chips.tsx';
import { type DeskFilters, firstFilters, withFilters } from '../../search/desk-filters.ts';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { type Move, movesAgainst, shownVenues } from './preview-moves.ts';
import { sameWeights } from './settings-draft.ts';
import '../../ui/sentence.css';
import '../../map/venue-sentence.css';

type Weights = { readonly inUse: RankingWeights; readonly changed: RankingWeights };

/** What a change of the weights does to a real search, before anybody else sees it. */
export function WeightsPreview({ inUse, changed }: Weights) {
  const { installation } = useMessages().settings;
  const [desk, setDesk] = useState(anyDistance);
  return (
    <Panel title={installation.preview}>
      <Sentence desk={desk} onChange={setDesk} />
      {desk.origin === null ? (
        <EmptyState icon="search" title={installation.previewHelp} />
      ) : (
        <Rankings desk={desk} inUse={inUse} changed={changed} />
      )}
    </Panel>
  );
}

/** Only the weights rank here: no distance cuts the list. */
const anyDistance = withFilters(firstFilters, { ...firstFilters.filters, maxKm: null });

/** What is looked for in the preview: of the sentence of a search, what the weights turn on. */
function Sentence(props: {
  readonly desk: DeskFilters;
  readonly onChange: (desk: DeskFilters) => void;
}) {
  const { venues } = useMessages();
  const { desk, onChange } = props;
  return (
    <div className="sentence">
      <span aria-hidden="true">{venues.sentence.helpFor}</span>
      <ServiceChip
        chosen={desk.filters.services}
        onChange={(services) => onChange(withFilters(desk, { ...desk.filters, services }))}
      />
      <OriginChip
        key={JSON.stringify(desk.origin)}
        origin={desk.origin}
        onChange={(origin) => onChange({ ...desk, origin })}
      />
      <WishChips chosen={desk.wishes} onChange={(wishes) => onChange({ ...desk, wishes })} />
    </div>
  );
}

function Rankings({ desk, inUse, changed }: Weights & { readonly desk: DeskFilters }) {
  const { installation } = useMessages().settings;
  const before = useVenueSearch(desk, shownVenues, inUse);
  const after = useVenueSearch(desk, shownVenues, changed);
  const isChanged = !sameWeights(inUse, changed);
  return (
    <AskedState asked={before}>
      {({ matches: old }) => (
        <AskedState asked={after}>
          {({ matches: next }) => {
            if (old.length === 0) return <EmptyState title={installation.none} />;
            const ids = (matches: readonly VenueMatch[]) => matches.map(({ venue }) => venue.id);
            const moves = movesAgainst(ids(next), ids(old), 'after');
            const isStill = [...moves.values()].every(({ kind }) => kind === 'same');
            return (
              <>
                <p className="small quiet" role="status">
                  {isChanged ? (isStill ? installation.same : null) : installation.noChange}
                </p>
                <div className="preview">
                  <Ranking
                    title={installation.before}
                    matches={old}
                    weights={inUse}
                    moves={isChanged ? movesAgainst(ids(old), ids(next), 'before') : noMoves}
                  />
                  {isChanged ? (
                    <Ranking
                      title={installation.after}
                      matches={next}
                      weights={changed}
                      moves={moves}
                    />
                  ) : null}
                </div>
              </>
            );
          }}
        </AskedState>
      )}
    </AskedState>
  );
}

const noMoves: ReadonlyMap<string, Move> = new Map();

function Ranking(props: {
  readonly title: string;
  readonly matches: readonly VenueMatch[];
  readonly weights: RankingWeights;
  readonly moves: ReadonlyMap<string, Move>;
}) {
  const { installation } = useMessages().settings;
  const format = useFormat();
  return (
    <section aria-label={props.title}>
      <h3>{props.title}</h3>
      <ol className="preview-list">
        {props.matches.map((match) => (
          <li key={match.venue.id}>
            <div className="preview-venue">
              <strong>{match.venue.name}</strong>
              <span className="quiet">{match.venue.commune}</span>
              <Moved move={props.moves.get(match.venue.id) ?? { kind: 'same' }} />
            </div>
            <p className="small quiet">
              <CostWords parts={explainCost(match, props.weights)} />
            </p>
            <p className="preview-cost num">
              <span className="visually-hidden">{installation.cost} </span>
              {format.distance(match.costKm)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Moved({ move }: { readonly move: Move }): ReactNode {
  const { installation } = useMessages().settings;
  switch (move.kind) {
    case 'same':
      return null;
    case 'up':
    case 'down':
      return (
        <span className={`tag tag-${move.kind === 'up' ? 'brand' : 'plain'}`}>
          <Icon name={move.kind} />
          {installation[move.kind](move.places)}
        </span>
      );
    case 'enters':
      return <span className="tag tag-brand">{installation.enters}</span>;
    case 'leaves':
      return <span className="tag tag-signal">{installation.leaves}</span>;
  }
}

/** `3,2 km de distance + 5 km (gratuité à demander)`: each part of the cost with its reason. */
function CostWords({ parts }: { readonly parts: readonly CostPart[] }) {
  const { installation } = useMessages().settings;
  const words = useCostWords();
  const format = useFormat();
  return parts
    .map((part) => {
      const km = `${format.number(part.km)}\u00a0${installation.kilometres}`;
      return part.reason === 'distance' ? `${km} ${words(part)}` : `${km} (${words(part)})`;
    })
    .join(' + ');
}

function useCostWords(): (part: CostPart) => string {
  const { settings, venues } = useMessages();
  const { costOf, referrals } = settings.installation;
  return ({ reason }) => {
    if (reason === 'distance') return costOf.distance;
    switch (reason.code) {
      case 'wish-not-met':
        return venues.wishNotMet(reason.wish);
      case 'wish-unknown':
        return venues.wishUnknown(reason.wish);
      case 'recent-referrals':
        return referrals(reason.count);
      case 'no-free-slot':
      case 'hours-unknown':
      case 'hours-not-understood':
      case 'record-stale':
      case 'record-undated':
        return costOf[reason.code];
      default:
        return '';
    }
  };
}
