import type { Entity, EntityView, LineView } from '#src/contract';
import type { DistanceModel } from '#src/distance';

/** Who works at this desk, and on which lines: what the hub knows and a payload does not repeat. */
export type DeskContext = {
  readonly accountId: string;
  readonly accountName: string;
  readonly lines: readonly LineView[];
  /** The distance models that the desk asks by itself. */
  readonly models: readonly DistanceModel[];
};

/** What an operation changes in the desk's picture of one record, before the hub has answered. */
export type EffectOn<E extends Entity> = {
  readonly entity: E;
  readonly id: string;
  readonly apply: (view: EntityView<E> | null) => EntityView<E> | null;
};
/** An effect on a record of whatever kind. */
export type EntityEffect<E extends Entity = Entity> = { [K in E]: EffectOn<K> }[E];
