/** What a fast-check command is here. */
import type { AsyncCommand } from 'fast-check';
import type { Real } from '../real.ts';
import type { World } from '../world.ts';

/** A command that can always run, unless it says otherwise. */
export abstract class Command implements AsyncCommand<World, Real> {
  /** How many were carried out in this process, for the report. */
  static ran = 0;

  check(_world: Readonly<World>): boolean {
    return true;
  }

  async run(world: World, real: Real): Promise<void> {
    await this.act(world, real);
    Command.ran += 1;
  }

  /** @throws {Divergence} where the mock answers otherwise than the model. */
  protected abstract act(world: World, real: Real): Promise<void>;

  abstract toString(): string;
}
