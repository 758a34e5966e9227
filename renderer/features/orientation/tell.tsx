import { useMessages } from '../../i18n/messages.tsx';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

/** How the person will know, and the words to read aloud. Nothing is promised that is not done. */
export function Tell(props: {
  readonly phone: string | null;
  /** `null` until there is a time to say. */
  readonly words: string | null;
  readonly isRequest: boolean;
}) {
  const { orientation } = useMessages();
  const { tell } = orientation;
  const { words } = props;
  return (
    <section className="tell">
      <h3>{tell.title}</h3>
      <p className="tell-line">
        <Icon name="voice" />
        {tell.aloud}
      </p>
      {props.phone === null ? (
        <p className="tell-line warn">
          <Icon name="alert" />
          {tell.noNumber}
        </p>
      ) : null}
      {words === null ? null : (
        <>
          <p className="eyebrow">{props.isRequest ? tell.wordsRequest : tell.words}</p>
          <p className="tell-words">{words}</p>
          <div className="tell-foot">
            <span className="small quiet">{tell.privacy}</span>
            <Button
              variant="quiet"
              icon="copy"
              onPress={() => {
                void navigator.clipboard.writeText(words).then(() => announce(tell.copied));
              }}
            >
              {tell.copy}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
