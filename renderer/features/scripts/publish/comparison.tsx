import { useEffect, useMemo } from 'react';
import { scriptBundle } from '#src/contract';
import { linkScript, parseScript, type ScriptDocument } from '#src/script';
import { useMessages } from '../../../i18n/messages.tsx';
import { useRead } from '../../../storage/use-read.ts';
import { EmptyState, ErrorState, LoadingState } from '../../../ui/states.tsx';
import { DifferenceList } from '../difference/difference-list.tsx';
import { differenceMarks } from '../difference/difference-marks.ts';
import { useWorkshop } from '../workshop-context.ts';
import type { SideProps } from '../workshop-props.ts';

type ComparisonProps = SideProps & {
  /** Hash of the earlier version. */
  readonly before: string;
  /** Of the later one; `null`: the draft. */
  readonly after: string | null;
};

/** What changed from one version to another, in sentences and on the graph. */
export function Comparison(props: ComparisonProps) {
  const { checked, shipped, after } = props;
  const { versions: words } = useMessages().scripts;
  const draft = useMemo(
    () => (checked.document === null ? null : linkScript(checked.document, shipped.library)),
    [checked.document, shipped],
  );
  if (after !== null) return <WithVersion {...props} after={after} />;
  if (draft === null) return <EmptyState title={words.unreadable} />;
  return <FromVersion {...props} to={draft} />;
}

function WithVersion(props: ComparisonProps & { readonly after: string }) {
  const read = useVersion(props.after);
  return read.document === null ? read.state : <FromVersion {...props} to={read.document} />;
}

function FromVersion(props: ComparisonProps & { readonly to: ScriptDocument }) {
  const read = useVersion(props.before);
  if (read.document === null) return read.state;
  return <Between {...props} from={read.document} />;
}

function Between(
  props: ComparisonProps & { readonly from: ScriptDocument; readonly to: ScriptDocument },
) {
  const { versions: words } = useMessages().scripts;
  const { from, to, onMarks } = props;
  const { select } = useWorkshop();
  useEffect(() => {
    const gone = Object.entries(from.nodes).filter(([id]) => to.nodes[id] === undefined);
    onMarks(differenceMarks(from, to), Object.fromEntries(gone));
    return () => onMarks(new Map());
  }, [from, to, onMarks]);
  return (
    <>
      <p className="small quiet">{words.onPlan}</p>
      <DifferenceList before={from} after={to} onSelect={select} />
    </>
  );
}

/** A version's document, or what is shown until it is there. */
function useVersion(hash: string) {
  const { scripts, failures } = useMessages();
  const { value, failure, readAgain } = useRead(`/api/scripts/by-hash/${hash}`, scriptBundle);
  const document = useMemo(() => {
    const parsed = value === null ? null : parseScript(value.document);
    return parsed?.ok === true ? parsed.value : null;
  }, [value]);
  const state =
    failure === null && value === null ? (
      <LoadingState />
    ) : (
      <ErrorState
        title={scripts.versions.failed}
        next={failure === null ? undefined : failures.apiErrors[failure.code]}
        onRetry={readAgain}
      />
    );
  return { document, state };
}
