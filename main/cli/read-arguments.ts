import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What Node's `parseArgs` gives; `null` where the arguments are not understood. */
export function readArguments<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> | null {
  try {
    return parseArgs(config);
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
