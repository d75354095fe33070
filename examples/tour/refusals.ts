/** What an integration sees when its key is refused: one table a platform, every line held to the auth matrix. */
import type { Expectations } from './expectations.ts';
import { tryAll } from './refusals/situations.ts';
import { SUBJECTS } from './refusals/subjects.ts';
import { tableOf } from './refusals/table.ts';
import { Trial, type Row } from './refusals/trial.ts';
import type { Screen } from './screen.ts';

/**
 * @param session of a dashboard user who may manage keys
 * @returns the id of a request with a disabled key, whose decision is worth a look; undefined when none was refused as such
 */
export async function showRefusals(
  baseUrl: string,
  session: string,
  screen: Screen,
  expectations: Expectations,
): Promise<string | undefined> {
  const { line, colors } = screen;
  line('  The tour makes keys in the dashboards (the console API), changes them, and calls with them.');
  line('  Evidence says how sure it is that the real platform answers so: documented, sdk, observed or inferred.');
  const shown: Row[] = [];
  for (const subject of SUBJECTS) {
    const rows = await tryAll(new Trial(subject, baseUrl, session, expectations));
    shown.push(...rows);
    line();
    line(colors.bold(`  ${subject.title}`));
    line(tableOf(rows, screen));
  }
  const disabled = shown.find((row) => 'wire' in row && row.wire?.decision === 'disabled_key');
  return (disabled && 'wire' in disabled && disabled.wire?.requestId) || undefined;
}
