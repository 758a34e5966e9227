import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { mayEver } from '#src/access';
import { outcomes } from '#src/calls';
import { type StatisticsView, statisticsView, type TerritoryView } from '#src/contract';
import { levels } from '#src/distance';
import { fates } from '#src/statistics';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { useDesk } from '../../storage/desk.tsx';
import { Button } from '../../ui/button.tsx';
import { LevelMark } from '../../ui/level-mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState, ErrorState, LoadingState, StaleBadge } from '../../ui/states.tsx';
import { Breakdown } from './breakdown.tsx';
import { CoopPanel } from './coop-panel.tsx';
import { StatisticsFigures } from './figure-cards.tsx';
import { OverrideRates } from './override-rates.tsx';
import { type Period, periodOf } from './period.ts';
import { PeriodFields } from './period-fields.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { type FiguresRead, useFigures } from './use-figures.ts';
import '../../ui/sentence.css';
import './statistics.css';

/** What the line does, for who pays it: counts over a period, none of which names a person. */
export function StatisticsPage() {
  const { session } = useDesk();
  const { statistics } = useMessages();
  const [period, setPeriod] = useState(() => periodOf('month', new Date().toISOString()));
  const [territory, setTerritory] = useState<string | null>(null);
  const counted = { period, territory };
  const read = useFigures('/api/statistics', statisticsView, counted);
  const maySeeRates = mayEver(session.account.role, 'override-rate.read');
  return (
    <div className="statistics">
      <header className="statistics-head">
        <h1>{statistics.title}</h1>
        <Sentence
          territories={session.territories}
          territory={territory}
          onTerritory={setTerritory}
          onPeriod={setPeriod}
        />
        <Button icon="reload" variant="quiet" onPress={read.refresh}>
          {statistics.refresh}
        </Button>
      </header>
      <Report read={read} territory={territory}>
        {maySeeRates ? <OverrideRates counted={counted} /> : null}
      </Report>
    </div>
  );
}

const everywhere = 'everywhere';

/** The filters, read as a sentence. */
function Sentence(props: {
  readonly territories: readonly TerritoryView[];
  readonly territory: string | null;
  readonly onTerritory: (id: string | null) => void;
  readonly onPeriod: (period: Period) => void;
}) {
  const { statistics } = useMessages();
  return (
    <fieldset className="sentence">
      <legend className="visually-hidden">{statistics.filters}</legend>
      <span aria-hidden="true">{statistics.in}</span>
      <Select
        label={statistics.territory}
        options={[
          { id: everywhere, label: statistics.allTerritories },
          ...props.territories.map(({ id, name }) => ({ id, label: name })),
        ]}
        value={props.territory ?? everywhere}
        onChange={(id) => props.onTerritory(id === everywhere ? null : id)}
      />
      <PeriodFields onChange={props.onPeriod} />
    </fieldset>
  );
}

function Report(props: {
  readonly read: FiguresRead<StatisticsView>;
  readonly territory: string | null;
  /** What only some may read, before the closing line. */
  readonly children: ReactNode;
}) {
  const { distance, failures, statistics } = useMessages();
  const format = useFormat();
  const { figures, failure, refresh } = props.read;
  if (figures === null) {
    if (failure === null) return <LoadingState />;
    return (
      <ErrorState
        title={statistics.failed}
        safe={statistics.failedSafe}
        next={failures.apiErrors[failure.code]}
        onRetry={refresh}
      />
    );
  }
  return (
    <>
      {figures.demonstration ? <Notice tone="info" title={statistics.demonstration} /> : null}
      <StatisticsFigures figures={figures} />
      {figures.calls === 0 ? (
        <EmptyState title={statistics.empty}>{statistics.emptyHelp}</EmptyState>
      ) : (
        <Breakdowns figures={figures} />
      )}
      <div className="statistics-more">
        {figures.referrals === 0 ? null : <Fates figures={figures} />}
        {figures.walkIns === 0 ? null : <WalkIns walkIns={figures.walkIns} />}
        <ProgressPanel progress={figures.progress} />
        <CoopPanel figures={figures} territory={props.territory} />
      </div>
      {props.children}
      <p className="statistics-foot small quiet">
        {statistics.nobody}. {statistics.computedAt(format.clock(figures.computedAt))}.{' '}
        {failure === null ? null : <StaleBadge since={figures.computedAt} />}{' '}
        <Link href="/niveau">{distance.link}</Link>
      </p>
    </>
  );
}

function Fates({ figures }: { readonly figures: StatisticsView }) {
  const { statistics } = useMessages();
  return (
    <Breakdown
      title={statistics.byFate}
      heading={statistics.fate}
      counted={statistics.names.referrals}
      rows={fates.map((fate) => ({
        id: fate,
        label: statistics.fates[fate].name,
        definition: statistics.fates[fate].definition,
        count: figures.byFate[fate],
      }))}
    />
  );
}

/** BO-84: whom the venues received besides. */
function WalkIns({ walkIns }: { readonly walkIns: number }) {
  const { statistics } = useMessages();
  const format = useFormat();
  return (
    <Panel title={statistics.names.walkIns} aside={<strong>{format.number(walkIns)}</strong>}>
      <p className="quiet">{statistics.definitions.walkIns}</p>
    </Panel>
  );
}

function Breakdowns({ figures }: { readonly figures: StatisticsView }) {
  const { statistics } = useMessages();
  const { byOutcome, byLevel, byService } = figures;
  return (
    <div className="statistics-breakdowns">
      <Breakdown
        title={statistics.byOutcome}
        heading={statistics.outcome}
        rows={outcomes.map((outcome) => ({
          id: outcome,
          label: statistics.names[outcome],
          count: byOutcome[outcome],
        }))}
      />
      <Breakdown
        title={statistics.byLevel}
        heading={statistics.level}
        rows={[
          ...levels.map((level) => ({
            id: level,
            label: <LevelMark level={level} />,
            count: byLevel[level],
          })),
          { id: 'none', label: statistics.notMeasured, count: byLevel.none },
        ]}
      />
      <Breakdown
        title={statistics.byService}
        heading={statistics.service}
        rows={byService.map(({ service, requests }) => ({
          id: service ?? '',
          label: service ?? statistics.noService,
          count: requests,
        }))}
      />
    </div>
  );
}
