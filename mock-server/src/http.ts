/** The mock as an HTTP server, for other processes and languages. */
export { PortInUseError, serveMock, type RunningMock, type ServeOptions } from './transports/http/serve.ts';
