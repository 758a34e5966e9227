import type { ReactNode } from 'react';

/** Where the form shows a part of the script: a finding there goes to the field inside. */
export function Place(props: {
  /** JSON pointer into the script. */
  readonly at: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <div
      data-place={props.at}
      {...(props.className === undefined ? {} : { className: props.className })}
    >
      {props.children}
    </div>
  );
}

/** Goes to the field that shows the place, or the nearest part around it. */
export function focusPlace(form: HTMLElement, place: string): void {
  for (let here = place; here !== ''; here = here.slice(0, here.lastIndexOf('/'))) {
    const shown = form.querySelector(`[data-place="${CSS.escape(here)}"]`);
    const field = shown === null ? null : firstField(shown);
    if (field === null) continue;
    field.focus();
    field.scrollIntoView({ block: 'nearest' });
    return;
  }
  firstField(form)?.focus();
}

/** What is filled in comes before what is pressed. */
function firstField(part: Element): HTMLElement | null {
  return (
    part.querySelector<HTMLElement>('input, textarea, .select-button') ??
    part.querySelector<HTMLElement>('button')
  );
}
