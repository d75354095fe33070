/** Reads a seed file, YAML or JSON, and finds the line of everything that is wrong with it. */
import type { JsonPath } from '@chaveiro/openapi/policy';
import { parseYaml, YamlSlip, type Place, type YamlText } from '../own-document/parse-yaml.ts';
import { SeedError, shown } from './problems.ts';
import { slipsOf, type Seed } from './schema.ts';

export interface SeedFile {
  readonly seed: Seed;
  /** The same problems with file, line and column: also those that only the mock could find. */
  located(this: void, error: SeedError): SeedError;
}

/**
 * JSON is YAML, so one parser reads both, whatever the file is called.
 * @param fileName as it shall stand in messages
 * @throws {SeedError} for what is no YAML, or cannot be a seed of any document.
 */
export function parseSeed(text: string, fileName: string): SeedFile {
  const inFile = ({ line, col }: Place) => `${fileName}:${line}:${col}`;
  const { value, place } = parsed(text, inFile);
  const where = (path: JsonPath) => `${inFile(place(path))} ${shown(path)}`;
  const problems = slipsOf(value ?? {});
  if (problems.length > 0) throw new SeedError(problems, where);
  return { seed: value ?? {}, located: (error) => new SeedError(error.problems, where) };
}

function parsed(text: string, inFile: (place: Place) => string): YamlText {
  try {
    return parseYaml(text);
  } catch (error) {
    if (!(error instanceof YamlSlip)) throw error;
    throw new SeedError([{ path: [], message: error.message }], () => inFile(error.place));
  }
}
