import { useMessages } from '../../../i18n/messages.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { type Box, middleOf } from './boxes.ts';
import type { View } from './use-view.ts';

/** How the drawing is looked at. */
export function GraphTools(props: { readonly view: View; readonly lookedAt: Box | undefined }) {
  const { graph } = useMessages().scriptsGraph;
  const { view, lookedAt } = props;
  return (
    <fieldset className="graph-tools" aria-label={graph.tools}>
      <IconButton
        icon="plus"
        label={graph.closer}
        isDisabled={!view.canZoom.closer}
        onPress={view.closer}
      />
      <IconButton
        icon="minus"
        label={graph.farther}
        isDisabled={!view.canZoom.farther}
        onPress={view.farther}
      />
      <IconButton icon="fit" label={graph.whole} onPress={view.fit} />
      <IconButton
        icon="centre"
        label={graph.centre}
        isDisabled={lookedAt === undefined}
        onPress={() => {
          if (lookedAt !== undefined) view.readable(middleOf(lookedAt));
        }}
      />
    </fieldset>
  );
}
