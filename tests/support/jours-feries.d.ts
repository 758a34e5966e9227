/** The calendar of the State comes without types. Its days begin at midnight in the zone of the process. */
declare module '@socialgouv/jours-feries' {
  function holidaysByName(
    year: number,
    options: { readonly alsace: boolean },
  ): Readonly<Record<string, Date>>;
  export = holidaysByName;
}
