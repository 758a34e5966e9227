import { useMessages } from '../i18n/messages.tsx';
import { useRefusals } from '../storage/desk.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** Tells what the hub refused and no screen has told: what happened, what is safe, what next. */
export function RefusalNotices() {
  const { app, failures } = useMessages();
  const refusals = useRefusals();
  if (refusals.length === 0) return null;
  return (
    <section className="refusals" aria-label={app.refused.label}>
      {refusals.map((refusal) => (
        <Notice
          key={refusal.operationId}
          tone="error"
          title={app.refused.title(app.acts[refusal.kind])}
          safe={failures.refusals[refusal.code]}
          next={app.refused.safe}
          actions={<Button onPress={() => void refusal.dismiss()}>{app.refused.dismiss}</Button>}
        >
          {refusal.stopped === 0 ? null : <p>{app.refused.stopped(refusal.stopped)}</p>}
        </Notice>
      ))}
    </section>
  );
}
