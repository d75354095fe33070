/// <reference types="vite/client" />

interface ImportMetaEnv {
  readonly VITE_RDSTATION_API_KEY: string;
}
