import type { Finding } from '#src/script';
import { useMessages } from '../../i18n/messages.tsx';
import { Icon } from '../../ui/icon.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { findingWords } from './finding-words.ts';
import { useWorkshop } from './workshop-context.ts';

/** What the checker finds, errors first; each leads to the field to mend. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const messages = useMessages();
  const words = messages.scripts.findings;
  const { script, goTo } = useWorkshop();
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  if (findings.length === 0) {
    return (
      <EmptyState icon="check" title={words.none}>
        {words.noneHelp}
      </EmptyState>
    );
  }
  return (
    <>
      {warnings.length > 0 && errors.length === 0 ? (
        <p className="small quiet">{words.warningsPass}</p>
      ) : null}
      <ul className="finding-list">
        {[...errors, ...warnings].map((finding) => {
          const { says, where } = findingWords(finding, script, messages);
          return (
            <li key={`${finding.code}${finding.place}${finding.message}`}>
              <button
                type="button"
                className={`finding finding-${finding.severity}`}
                onClick={() => goTo(finding.node, finding.place)}
              >
                <Icon name={finding.severity === 'error' ? 'alert' : 'info'} />
                <span>
                  <span className="visually-hidden">{words[finding.severity]} </span>
                  {says}
                  <small className="finding-where">{where}</small>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
