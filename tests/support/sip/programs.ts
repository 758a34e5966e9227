import { existsSync } from 'node:fs';
import { ensureProgram, type SystemProgram } from '../system-package.ts';

const sbin = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin'];

const programs: readonly SystemProgram[] = [
  {
    title: 'Kamailio',
    names: ['kamailio'],
    folders: sbin,
    aptPackage: 'kamailio',
    variable: 'KAMAILIO_PATH',
  },
  {
    title: 'rtpengine',
    names: ['rtpengine'],
    folders: sbin,
    aptPackage: 'rtpengine-daemon',
    variable: 'RTPENGINE_PATH',
  },
  {
    title: 'baresip',
    names: ['baresip'],
    folders: sbin,
    aptPackage: 'baresip-core',
    variable: 'BARESIP_PATH',
  },
];

/** Modules of Kamailio that come in packages of their own. */
const modules = {
  'websocket.so': 'kamailio-websocket-modules',
  'auth_ephemeral.so': 'kamailio-autheph-modules',
} as const;
const moduleFolders = [
  '/usr/lib/x86_64-linux-gnu/kamailio/modules',
  '/usr/lib/aarch64-linux-gnu/kamailio/modules',
  '/usr/lib64/kamailio/modules',
];

/** Where the parts of the network are, installed where they were missing and we may. */
export type SipPrograms = {
  readonly kamailio: string;
  readonly rtpengine: string;
  readonly baresip: string;
};

/** The parts, or what is missing, for who reads why nothing was tested. */
export function findSipPrograms(): SipPrograms | string {
  try {
    const [kamailio = '', rtpengine = '', baresip = ''] = programs.map(ensureProgram);
    for (const [module, aptPackage] of Object.entries(modules)) ensureModule(module, aptPackage);
    return { kamailio, rtpengine, baresip };
  } catch (error) {
    return error instanceof Error ? error.message : 'A part of the network is missing.';
  }
}

/** A module is a file that nobody runs: its package is asked for by a program of it that is never found. */
function ensureModule(module: string, aptPackage: string): void {
  const isThere = () => moduleFolders.some((folder) => existsSync(`${folder}/${module}`));
  if (isThere()) return;
  const title = `Kamailio's ${module}`;
  try {
    ensureProgram({ title, names: [module], folders: [], aptPackage, variable: 'KAMAILIO_MODULE' });
  } catch (error) {
    if (!isThere()) throw error;
  }
}
