import { Mock } from './index.cjs';
import '@chaveiro/openapi/policy';
import './sessions-DgKM0GCW.cjs';
import 'zod';
import '@chaveiro/openapi/types';

interface ServeOptions {
    /** Default 4010; 0 takes a free one. */
    readonly port?: number;
    /** Address to listen on. Default 127.0.0.1: this machine alone. */
    readonly host?: string;
    /** Host names besides localhost that requests may be for. */
    readonly allowedHosts?: readonly string[];
    /** Needed for everything under `/__mock`; default: the mock's own. Without one, only a loopback address lets them in. */
    readonly controlToken?: string;
    /** The web console at `/`: default, that of this package; or the folder of another build of it; or none. */
    readonly console?: boolean | string;
}
/** What can be served; the console needs to know the document. */
type Served = Pick<Mock, 'answer' | 'tick'> & Partial<Pick<Mock, 'document'>>;
interface RunningMock {
    readonly url: string;
    readonly port: number;
    /** Stops listening, ends open connections and resolves when the port is free. */
    close(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}
/** @throws {PortInUseError} when another program has the port. */
declare function serveMock(mock: Served, options?: ServeOptions): Promise<RunningMock>;
declare class PortInUseError extends Error {
    readonly name = "PortInUseError";
    readonly port: number;
    constructor(port: number);
}

export { PortInUseError, serveMock };
export type { RunningMock, ServeOptions };
