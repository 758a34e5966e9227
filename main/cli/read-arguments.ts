/** What `parse` (a call of `parseArgs`) gives; `null` where the arguments are not understood. */
export function readArguments<Parsed>(parse: () => Parsed): Parsed | null {
  try {
    return parse();
  } catch (error) {
    if (
      error instanceof TypeError &&
      'code' in error &&
      String(error.code).startsWith('ERR_PARSE_ARGS')
    )
      return null;
    throw error;
  }
}
